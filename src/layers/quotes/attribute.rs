//! Every quotation in marks gets its source, or stays a term.

use super::clause::Clause;
use super::marks::Quoted;
use super::report::Report;
use super::words::{self, CueKind, Sense};
use super::works::{is_title, is_work};
use crate::document::ids::Score;
use crate::document::quotes::QuoteKind;
use crate::document::reason::Rule;
use crate::text::TextRange;

/// A quotation before it is numbered and resolved.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its content.
    pub range: TextRange,
    /// Its kind.
    pub kind: QuoteKind,
    /// Which draft opened its group.
    pub group: usize,
    /// Who said it.
    pub source: Option<TextRange>,
    /// Whom "they" are, where they said it.
    pub stands_for: Option<TextRange>,
    /// To whom.
    pub addressee: Option<TextRange>,
    /// The word that reports it.
    pub cue: Option<TextRange>,
    /// What that word says of it.
    pub sense: Sense,
    /// How sure.
    pub score: Score,
    /// Which rule.
    pub rule: Rule,
    /// The words relied on.
    pub evidence: Vec<TextRange>,
}

/// Who spoke last, for quotations that go on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker {
    pub(super) draft: usize,
    pub(super) paragraph: usize,
    pub(super) open: bool,
}

/// Builds quotations and terms from the reports of all sentences.
pub struct Attribution<'t> {
    pub(super) text: &'t str,
    pub(super) quoted: &'t [Quoted],
    pub(super) clauses: &'t [Clause<'t>],
    pub(super) reports: &'t [Vec<Report>],
    /// All quotations so far.
    pub drafts: Vec<Draft>,
    /// Quoted words that nobody said.
    pub terms: Vec<(TextRange, Rule)>,
    pub(super) paragraph: usize,
    pub(super) last: Option<Speaker>,
    /// The one before the last, where they differ: two who talk in turns.
    pub(super) other: Option<Speaker>,
    /// This paragraph answers the one before, which asks without marks.
    pub(super) answering: bool,
    /// The first words of each paragraph that answers a question, and which paragraph that is.
    pub(super) answers: Vec<(usize, usize)>,
    /// Which draft each quotation in marks came to be.
    pub(super) by_piece: Vec<Option<usize>>,
}

impl<'t> Attribution<'t> {
    /// Reads all sentences in order.
    pub fn run(
        text: &'t str,
        quoted: &'t [Quoted],
        clauses: &'t [Clause<'t>],
        reports: &'t [Vec<Report>],
    ) -> Self {
        let (drafts, terms) = (Vec::new(), Vec::new());
        let mut this = Attribution {
            text,
            quoted,
            clauses,
            reports,
            drafts,
            terms,
            paragraph: 0,
            last: None,
            other: None,
            answering: false,
            answers: Vec::new(),
            by_piece: vec![None; quoted.len()],
        };
        for index in 0..clauses.len() {
            this.sentence(index);
        }
        this.name_late_speakers();
        this.name_answers();
        this
    }

    fn sentence(&mut self, index: usize) {
        let clause = self.clauses[index];
        if clause.items[clause.from].begins_paragraph {
            self.paragraph += 1;
            self.answering = self.follows_question(index);
        }
        let first_draft = self.drafts.len();
        for report in &self.reports[index] {
            self.report(clause, report);
        }
        for at in clause.from..clause.to {
            let Some(quoted) = clause.quoted(at) else { continue };
            let range = clause.items[at].range;
            let covering = (first_draft..self.drafts.len()).rfind(|&d| self.drafts[d].range.contains(range));
            if covering.is_none() && self.terms.last().is_some_and(|(term, _)| *term == range) {
                continue;
            }
            let draft = covering.or_else(|| self.uncovered(index, at, quoted));
            self.by_piece[quoted] = draft;
            self.note_answer(draft);
            if let Some(draft) = draft.filter(|&d| self.drafts[d].source.is_some()) {
                self.speaks(Speaker { draft, paragraph: self.paragraph, open: self.quoted[quoted].open });
            }
        }
    }

    fn speaks(&mut self, speaker: Speaker) {
        let words =
            |speaker: &Speaker| self.drafts[speaker.draft].source.map_or("", |source| source.of(self.text));
        if self.last.is_some_and(|last| last.paragraph < speaker.paragraph && words(&last) != words(&speaker))
        {
            self.other = self.last;
        }
        self.last = Some(speaker);
    }

    /// A quotation over several paragraphs whose speaker is named only at its end.
    fn name_late_speakers(&mut self) {
        for piece in (1..self.quoted.len()).rev() {
            let (Some(draft), Some(next)) = (self.by_piece[piece - 1], self.by_piece[piece]) else {
                continue;
            };
            let goes_on = self.quoted[piece - 1].open && self.drafts[draft].source.is_none();
            if goes_on && self.drafts[next].source.is_some() && draft < next {
                let later = self.drafts[next].clone();
                let earlier = &mut self.drafts[draft];
                (earlier.source, earlier.cue, earlier.rule, earlier.score) =
                    (later.source, later.cue, later.rule, later.score);
                earlier.evidence = later.evidence;
            }
        }
        for piece in 1..self.quoted.len() {
            let (Some(draft), Some(next)) = (self.by_piece[piece - 1], self.by_piece[piece]) else {
                continue;
            };
            if self.quoted[piece - 1].open && self.quoted[piece].carried && draft < next {
                self.join(next, self.drafts[draft].group);
            }
        }
    }

    /// Puts a draft, and those right after it that belong to it, into an earlier group.
    fn join(&mut self, draft: usize, group: usize) {
        let own = self.drafts[draft].group;
        if own == group {
            return;
        }
        for draft in &mut self.drafts[draft..] {
            if draft.group != own {
                break;
            }
            draft.group = group;
        }
    }

    fn report(&mut self, clause: Clause<'_>, report: &Report) {
        let group = self.drafts.len();
        for &(from, to) in &report.content {
            let Some(range) = clause.range(from, to) else { continue };
            let quotes = (from..to).filter(|&at| clause.quoted(at).is_some()).count();
            let alone = clause.items[from..to.min(clause.to)]
                .iter()
                .all(|item| item.quoted.is_some() || matches!(item.range.of(self.text), "." | ","));
            if quotes > 0 && report.kind == CueKind::Attitude && is_of_works(clause, from, to) {
                continue;
            }
            let titled = || {
                is_label(clause, from, report)
                    || is_read(clause, from, report)
                    || is_taken(clause, from, report)
            };
            if alone && quotes == 1 && titled() {
                self.terms.push((range, Rule::TermInQuotes));
                continue;
            }
            let kind = match quotes {
                0 => QuoteKind::Indirect,
                _ if alone => QuoteKind::Direct,
                _ => QuoteKind::Mixed,
            };
            let (source, cue) = (report.source, Some(report.cue));
            let evidence = evidence(source, cue);
            let (score, rule, sense, addressee) =
                (score(report, kind), report.rule, report.sense, report.addressee);
            self.drafts.push(Draft {
                range,
                kind,
                group,
                source,
                stands_for: None,
                addressee,
                cue,
                sense,
                score,
                rule,
                evidence,
            });
        }
    }

    /// Adds a quotation that opens its own group.
    pub(super) fn push(
        &mut self,
        range: TextRange,
        kind: QuoteKind,
        source: Option<TextRange>,
        cue: Option<TextRange>,
        score: Score,
        rule: Rule,
    ) -> usize {
        let group = self.drafts.len();
        let evidence = evidence(source, cue);
        let (addressee, stands_for, sense) = (None, None, Sense::Plain);
        self.drafts.push(Draft {
            range,
            kind,
            group,
            source,
            stands_for,
            addressee,
            cue,
            sense,
            score,
            rule,
            evidence,
        });
        group
    }

    /// Goes on with the words of an earlier quotation.
    pub(super) fn follow(&mut self, range: TextRange, earlier: usize, grouped: bool, rule: Rule) -> usize {
        let Draft { group, source, cue, range: before, .. } = self.drafts[earlier].clone();
        let index = self.push(range, QuoteKind::Direct, source, cue, 850, rule);
        if grouped {
            self.drafts[index].group = group;
            self.drafts[index].addressee = self.drafts[earlier].addressee;
        }
        if source.is_none() {
            self.drafts[index].evidence = vec![before];
        }
        index
    }
}

/// The words relied on: source and cue together where they are neighbours, then each alone.
fn evidence(source: Option<TextRange>, cue: Option<TextRange>) -> Vec<TextRange> {
    let both = source.zip(cue).map(|(source, cue)| source.cover(cue)).filter(|both| both.len() < 80);
    both.into_iter().chain(cue).chain(source).collect()
}

fn score(report: &Report, kind: QuoteKind) -> Score {
    match (report.kind, kind) {
        (CueKind::Attitude, _) => 500,
        (CueKind::Noun, _) => 600,
        (_, QuoteKind::Direct) => 950,
        (_, QuoteKind::Mixed) => 900,
        (_, QuoteKind::Indirect) => 850,
    }
}

/// "what it calls “creative foods”": a label, nobody's words.
fn is_label(clause: Clause<'_>, at: usize, report: &Report) -> bool {
    let words = clause.word(at).split_whitespace().count();
    let naming =
        ["call", "calls", "called"].iter().any(|form| form.eq_ignore_ascii_case(report.cue.of(clause.text)));
    let what = (at.saturating_sub(6)..at).any(|i| clause.word_is(i, "what"));
    naming && what && words <= 2
}

/// "recalled “The Glass Hour,” his first film", "wrote in her memoir, “Fathoms.”": the name of a work.
fn is_taken(clause: Clause<'_>, at: usize, report: &Report) -> bool {
    let words = clause.word(at);
    if report.cue.start() > clause.items[at].range.start() || clause.word(at.wrapping_sub(1)) == ":" {
        return false;
    }
    let verb = words::look_up(report.cue.of(clause.text)).verb;
    // "They sang, “It’s Our Time.”": what is sung as a sentence is not its title.
    let sung = verb.is_some_and(|(cue, _)| matches!(cue.lemma, "sing" | "chant"));
    if sung && words.contains(['’', '\'']) && clause.is_complete(at) {
        return false;
    }
    let takes = verb.is_some_and(|(cue, _)| cue.frames.object && cue.frames.clause || cue.lemma == "write");
    let comma = usize::from(clause.word(at.wrapping_sub(1)) == ",");
    let noun = clause.is(at.wrapping_sub(1 + comma), words::WORK) && is_title(words);
    let numbered = is_title(words) && words.contains(|c: char| c.is_ascii_digit());
    takes && (is_work(words) || numbered) || noun
}

/// All quoted pieces of it are works: "remember me from such films as “Long Way Home” and “Dead Heat”".
fn is_of_works(clause: Clause<'_>, from: usize, to: usize) -> bool {
    (from..to).filter(|&at| clause.quoted(at).is_some()).all(|at| is_work(clause.word(at)))
}

/// "She reads “The Salt Auditor”": somebody reads a work; a sign or a banner reads as it says.
fn is_read(clause: Clause<'_>, at: usize, report: &Report) -> bool {
    let read = ["read", "reads", "reading"].iter().any(|form| report.cue.of(clause.text) == *form);
    let first = report.source.and_then(|source| source.of(clause.text).split_whitespace().next());
    let reader = first.is_some_and(|word| {
        let class = words::look_up(word).class;
        class & words::SUBJECT != 0 || word.starts_with(char::is_uppercase) && class & words::DET == 0
    });
    read && reader && is_title(clause.word(at))
}
