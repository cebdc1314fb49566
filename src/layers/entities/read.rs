//! Reads the tokens of an article.

use super::forms::{Form, Forms};
use super::lines::{Line, LineKind, lines};
use super::looks::mark;
use super::mark::{Mark, Uses};
use super::reading::Reading;
use super::{handles, letters, loud, sport};
use crate::layers::SoFar;
use crate::resources::{Classes, QuickMap, words};
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

impl<'a> Reading<'a> {
    pub fn new(known: &SoFar<'a>, forms: &'a Forms) -> Self {
        let (text, tokens, layers) = (known.article.text.as_str(), known.tokens, &known.layers);
        let (dateline, words) = (layers.dateline.as_ref(), words());
        let of_form = |form: &Form| mark(text, &tokens[form.token as usize], words, form);
        let of_forms: Vec<Mark> = forms.list.iter().map(of_form).collect();
        let mut marks: Vec<Mark> = forms.of.iter().map(|&form| of_forms[form as usize]).collect();
        for sentence in known.sentences {
            open_sentence(text, tokens, sentence, &mut marks);
        }
        let dated = dateline.iter().filter_map(|d| d.date);
        for range in layers.times.iter().map(|time| time.range).chain(dated) {
            take(tokens, range, &mut marks);
        }
        for name in &known.surnames {
            let at = tokens.partition_point(|token| token.start() < name.start());
            marks[at].classes = Classes::SURNAME;
        }
        letters::take(text, tokens, &mut marks);
        if text.contains('@') || text.contains("RT") {
            handles::take(text, tokens, &mut marks);
        }
        let lines = lines(text, tokens, &marks);
        let uses = count_uses(text, tokens, forms, &marks, &lines);
        let sport = sport::is_sport(&uses);
        let dateline = dateline.and_then(|dateline| dateline.place);
        Reading { text, tokens, forms, marks, lines, words, sport, dateline, uses }
    }
}

/// Marks the word that opens a sentence, and those that open a quotation or follow a colon in it.
fn open_sentence(text: &str, tokens: &[Token], sentence: &Sentence, marks: &mut [Mark]) {
    let mut open = true;
    if let Some(first) = marks.get_mut(sentence.tokens.start) {
        first.starts_sentence = true;
    }
    for at in sentence.tokens.clone() {
        let token = &tokens[at];
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                marks[at].opens = open;
                open = false;
            }
            TokenKind::Quote => open = open || matches!(token.of(text), "“" | "\"" | "``" | "«"),
            TokenKind::Sign => {
                open = open || matches!(token.of(text), ":" | "•" | "*" | "…" | "–" | "—" | "--")
            }
            TokenKind::Possessive => {}
        }
    }
}

fn take(tokens: &[Token], range: TextRange, marks: &mut [Mark]) {
    let first = tokens.partition_point(|token| token.end() <= range.start());
    let taken = tokens[first..].iter().take_while(|token| token.start() < range.end());
    for offset in 0..taken.count() {
        marks[first + offset].taken = true;
    }
}

fn count_uses(
    text: &str,
    tokens: &[Token],
    forms: &Forms,
    marks: &[Mark],
    lines: &[Line],
) -> QuickMap<u64, Uses> {
    let mut of_forms = vec![Uses::default(); forms.list.len()];
    loud::count(text, tokens, forms, marks, lines, &mut of_forms);
    for line in lines.iter().filter(|line| line.kind == LineKind::Sentences) {
        for at in line.tokens.clone().filter(|&at| tokens[at].kind == TokenKind::Word) {
            let uses = &mut of_forms[forms.of[at] as usize];
            match (tokens[at].capital, marks[at].opens) {
                (false, _) => uses.lower += 1,
                (true, false) => uses.capital += 1,
                (true, true) => {}
            }
        }
    }
    let mut uses: QuickMap<u64, Uses> =
        QuickMap::with_capacity_and_hasher(forms.list.len(), Default::default());
    for (form, of_form) in forms.list.iter().zip(of_forms) {
        let all = uses.entry(form.number).or_default();
        all.lower += of_form.lower;
        all.capital += of_form.capital;
        all.loud += of_form.loud;
    }
    uses
}
