//! Each line: a text, and every amount in it with its kind.

use super::*;
use crate::tokens::tokenize;

fn check(text: &str, expected: &[&str]) {
    let found = find(text, &tokenize(text), &[]);
    let shown: Vec<_> = found.iter().map(|a| format!("{} {}", a.kind.name(), a.range.of(text))).collect();
    assert_eq!(shown, expected, "in {text:?}");
}

#[test]
fn money() {
    check("It paid $3.5 million.", &["MONEY $3.5 million"]);
    check("A hit of up to ¥76 Tril. is near.", &["MONEY ¥76 Tril."]);
    check("Some two million euros went missing.", &["MONEY two million euros"]);
    check("A £5m fine and 50 cents more.", &["MONEY £5m", "MONEY 50 cents"]);
    check("US$40 or HK$300, he said.", &["MONEY US$40", "MONEY HK$300"]);
    check("A grant of Rs 500 crore or Rs. 20 lakh.", &["MONEY Rs 500 crore", "MONEY Rs. 20 lakh"]);
    check("It cost 3.5 mln dlrs, or 12 cts a share.", &["MONEY 3.5 mln dlrs", "MONEY 12 cts"]);
    check(
        "He owes 500 Canadian dollars and USD 5 million.",
        &["MONEY 500 Canadian dollars", "MONEY USD 5 million"],
    );
    check("Hundreds of millions of dollars vanished.", &["MONEY Hundreds of millions of dollars"]);
    check("Between $3-5 billion and $3-$5.", &["MONEY $3-5 billion", "MONEY $3-$5"]);
    check(
        "A half a million dollars, 20 billion won.",
        &["MONEY half a million dollars", "MONEY 20 billion won"],
    );
    check("A 5-million-dollar house.", &["MONEY 5-million-dollar"]);
    check("Three hundred and fifty yen.", &["MONEY Three hundred and fifty yen"]);
}

#[test]
fn money_with_its_sign_or_code_behind_or_written_on() {
    check("It raised 100€ and 500$.", &["MONEY 100€", "MONEY 500$"]);
    check("A loan of 125 USD million, or 300 EUR.", &["MONEY 125 USD million", "MONEY 300 EUR"]);
    check("A profit of 50 MUSD.", &["MONEY 50 MUSD"]);
    check("It raised $4MM, with a gap of 4mm.", &["MONEY $4MM", "QUANTITY 4mm"]);
    check("Shares closed 3p lower at 1,842p and 132.9p.", &["MONEY 3p", "MONEY 1,842p", "MONEY 132.9p"]);
    check("A film in 1080p, on p. 50.", &[]);
    check("It costs Sh500 or KSh1,200.", &["MONEY Sh500", "MONEY KSh1,200"]);
    check("The R500 cost R500 million and R12.50.", &["MONEY R500 million", "MONEY R12.50"]);
}

#[test]
fn parts_of_a_million() {
    check("A quarter of a million pounds.", &["MONEY A quarter of a million pounds"]);
    check("Three quarters of a million dollars.", &["MONEY Three quarters of a million dollars"]);
    check("One and a half billion dollars.", &["MONEY One and a half billion dollars"]);
    check("Two and a half million euros.", &["MONEY Two and a half million euros"]);
    check("Two and a half miles.", &["QUANTITY Two and a half miles"]);
    check("A quarter of the dollars.", &[]);
    check("It made three-quarters of a million dollars.", &["MONEY three-quarters of a million dollars"]);
    check("It cost a million and a half pounds.", &["MONEY a million and a half pounds"]);
    check("One and a quarter million euros.", &["MONEY One and a quarter million euros"]);
}

#[test]
fn percentages() {
    check("Minus 5%, then minus 0.3 percent.", &["PERCENT Minus 5%", "PERCENT minus 0.3 percent"]);
    check("It fell 25 bps.", &["PERCENT 25 bps"]);
    check("Up 5 percent, then 1.8%.", &["PERCENT 5 percent", "PERCENT 1.8%"]);
    check("Five per cent or 5-10 pct.", &["PERCENT Five per cent", "PERCENT 5-10 pct"]);
    check(
        "Up 5 to 10 percent, two percentage points.",
        &["PERCENT 5 to 10 percent", "PERCENT two percentage points"],
    );
    check("A 12-percent rise of 25 basis points.", &["PERCENT 12-percent", "PERCENT 25 basis points"]);
}

#[test]
fn quantities() {
    check("Some 20 miles away, 40km west.", &["QUANTITY 20 miles", "QUANTITY 40km"]);
    check("A 500-acre farm of 3 square miles.", &["QUANTITY 500-acre", "QUANTITY 3 square miles"]);
    check(
        "Two million barrels a day at 20 degrees Celsius.",
        &["QUANTITY Two million barrels a day", "QUANTITY 20 degrees Celsius"],
    );
    check("Winds of 100 miles per hour, 30°C.", &["QUANTITY 100 miles per hour", "QUANTITY 30°C"]);
    check(
        "It fell to -42 degrees Celsius, or −5 percent.",
        &["QUANTITY -42 degrees Celsius", "PERCENT −5 percent"],
    );
    check("It holds 1,000 metric tons.", &["QUANTITY 1,000 metric tons"]);
}

#[test]
fn pounds_are_money_or_weight() {
    check("He weighs 200 pounds.", &["QUANTITY 200 pounds"]);
    check("She was fined 200 pounds.", &["MONEY 200 pounds"]);
    check("It lost 3 million pounds.", &["MONEY 3 million pounds"]);
    check("Two million pounds of rice.", &["QUANTITY Two million pounds"]);
}

#[test]
fn what_is_no_amount() {
    for text in
        ["He is 44.", "A 44-year-old.", "They won 3-2.", "No. 5 won.", "One of two.", "In 1998.", "a dollar"]
    {
        check(text, &[]);
    }
}

#[test]
fn no_amount_runs_over_a_line() {
    check("It rose 5\npercent", &[]);
}

proptest::proptest! {
    #[test]
    fn amounts_are_in_order_and_never_times(pieces in proptest::collection::vec(0..PIECES.len(), 0..30)) {
        let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        let document = crate::annotate::annotate(crate::document::article::Article::plain(text.clone()));
        proptest::prop_assert_eq!(document.check_invariants(), Ok(()), "in {:?}", &text);
        let layers = &document.layers;
        let overlap = layers.amounts.iter().find(|a| layers.times.iter().any(|t| t.range.overlaps(a.range)));
        proptest::prop_assert_eq!(overlap, None, "in {:?}", &text);
    }
}

/// Pieces of news in which numbers meet.
const PIECES: &[&str] = &[
    "$",
    "US",
    "5",
    " ",
    " ",
    " million",
    "-",
    "–",
    "½",
    " to ",
    " percent",
    "%",
    " dollars",
    "1998",
    " years",
    "a ",
    "half ",
    " miles",
    " per",
    " hour",
    "C.",
    "°",
    "\n",
    "£5m",
    "two",
    " hundred",
    " and ",
    "’",
    "s",
    "/",
    "Feb. 9",
    ", ",
    ".",
    "3 p.m.",
    " pounds",
    "Rs",
    " of ",
    "hundreds",
    "€",
    "é",
    "40km",
    " Canadian",
];
