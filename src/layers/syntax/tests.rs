use super::*;
use crate::sentences;
use crate::tokens::tokenize;
use tags::{Relation, Tag};

/// What `look` makes of the tree of a one-sentence text and the place of one of its words.
fn read<T>(text: &str, word: &str, look: impl Fn(&Syntax<'_>, &Tree, usize) -> T) -> T {
    let tokens = tokenize(text);
    let syntax = Syntax::new(text, &tokens, &sentences::split(text, &tokens), &[], &[]);
    let byte = text.find(word).unwrap_or_else(|| panic!("“{word}” is not in “{text}”"));
    let (tree, at) = syntax.at(byte).expect("a sentence");
    look(&syntax, tree, at)
}

fn words(syntax: &Syntax<'_>, range: Range<usize>) -> String {
    syntax.atoms[range.start].range.cover(syntax.atoms[range.end - 1].range).of(syntax.text).to_owned()
}

/// The whole phrase of a verb's subject.
fn check_subject(text: &str, verb: &str, expected: &str) {
    let found = read(text, verb, |syntax, tree, at| {
        tree.subject(at).map_or("-".to_owned(), |noun| words(syntax, tree.phrase(noun)))
    });
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_subject_is_whole() {
    check_subject("Police in Leeds said two men were held.", "said", "Police in Leeds");
    check_subject("The mayor of the old town said the plan failed.", "said", "The mayor of the old town");
    check_subject("Ann Orr and Tom Lund told the court that it rained.", "told", "Ann Orr and Tom Lund");
    check_subject("Her two brothers claim they were robbed.", "claim", "Her two brothers");
}

#[test]
fn a_subject_is_found_past_what_is_told_of_it() {
    check_subject("Orr, the mayor, said the road was safe.", "said", "Orr");
    check_subject("The pilot, who lives in Hull, said he was ill.", "said", "The pilot");
    check_subject("The people who take it every morning said it was late.", "said", "The people");
}

#[test]
fn verbs_share_a_subject() {
    check_subject("Lund stood up and said it was late.", "said", "Lund");
    check_subject("The council wants to say more.", "say", "The council");
}

#[test]
fn helping_verbs_belong_to_their_verb() {
    let main = |text: &str, word: &str| {
        read(text, word, |syntax, tree, at| words(syntax, tree.main_verb(at)..tree.main_verb(at) + 1))
    };
    assert_eq!(main("She will say so.", "will"), "say");
    assert_eq!(main("They say so.", "say"), "say");
}

#[test]
fn a_verb_takes_a_thing_or_a_clause() {
    let takes = |text: &str, verb: &str| {
        read(text, verb, |syntax, tree, at| {
            let word = |at: Option<usize>| at.map_or("-".to_owned(), |at| words(syntax, at..at + 1));
            format!("{} {}", word(tree.object(at)), word(tree.clause(at)))
        })
    };
    assert_eq!(takes("The storm claimed five lives.", "claimed"), "lives -");
    assert_eq!(takes("The mayor said the storm was over.", "said"), "- over");
    assert_eq!(takes("He said that the council had failed.", "said"), "- failed");
}

#[test]
fn parts_of_speech() {
    let tag = |text: &str, word: &str| read(text, word, |_, tree, at| tree.tag(at));
    assert_eq!(tag("They had gone home.", "gone"), Tag::Participle);
    assert_eq!(tag("He left on Monday.", "left"), Tag::Past);
    assert_eq!(tag("The town’s mayor left.", "’s"), Tag::Possessive);
    assert_eq!(tag("The town, he said, is old.", ","), Tag::Sign);
}

#[test]
fn a_quotation_is_one_atom() {
    let text = "“We won. It was late,” said Ann Orr.";
    let tokens = tokenize(text);
    let end = tokens.iter().rposition(|token| token.of(text) == "”").expect("a mark") + 1;
    let quoted = [(tokens[0].range.cover(tokens[end - 1].range), 0..end)];
    let syntax = Syntax::new(text, &tokens, &sentences::split(text, &tokens), &quoted, &[]);
    assert_eq!(syntax.sentences.len(), 1);
    let tree = syntax.tree(0);
    assert_eq!(tree.tag(0), Tag::Quotation);
    let said = syntax.atom_at(text.find("said").expect("a cue"));
    assert_eq!(tree.subject(said).map(|noun| words(&syntax, tree.phrase(noun))), Some("Ann Orr".to_owned()));
}

#[test]
fn a_tree_is_whole_whatever_the_words() {
    for text in ["", ",", "(((", "Go.", "’s ’s ’s", "1 2 3 4 5", "WE WON SAID ORR", "é … — «»"] {
        let tokens = tokenize(text);
        let syntax = Syntax::new(text, &tokens, &sentences::split(text, &tokens), &[], &[]);
        for sentence in 0..syntax.sentences.len() {
            let tree = syntax.tree(sentence);
            let roots = tree.atoms().filter(|&at| tree.relation(at) == Relation::Root).count();
            let nodes = tree.atoms().filter(|&at| tree.tag(at) != Tag::Sign).count();
            assert_eq!(roots, nodes.min(1), "{text}");
        }
    }
}
