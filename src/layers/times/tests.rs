//! Each line: a text, and every time in it with its value.

use super::*;
use crate::document::article::Article;
use crate::document::part::Part;
use crate::document::structure::Paragraph;
use crate::document::times::AnchorBasis;
use crate::sentences;
use crate::tokens::tokenize;

/// The text's times as "words=value", against Sunday, 9 February 2025.
fn check(text: &str, expected: &[&str]) {
    check_on(Some("2025-02-09"), text, expected);
}

fn check_on(published: Option<&str>, text: &str, expected: &[&str]) {
    let article = Article { published: published.map(|day| day.parse().unwrap()), ..Article::plain(text) };
    let found: Vec<String> = find_in(&article, &[]).1.iter().map(|time| shown(text, time)).collect();
    assert_eq!(found, expected, "in {text:?}");
}

fn find_in(article: &Article, structure: &[Paragraph]) -> (Option<Anchor>, Vec<Time>) {
    let tokens = tokenize(&article.text);
    let sentences = sentences::split(&article.text, &tokens);
    let mut known = SoFar::new(article, &tokens, &sentences);
    known.layers.structure = structure.to_vec();
    let (_, anchor, times) = find(&known);
    (anchor, times)
}

fn shown(text: &str, time: &Time) -> String {
    format!("{}={}", time.range.of(text), time.value.as_deref().unwrap_or("?"))
}

#[test]
fn weekdays_counted_in_a_month_near_the_anchor() {
    check("It was sold on the last Friday of last month.", &["last Friday of last month=2025-01-31"]);
    check("They meet on the first Tuesday of next month.", &["first Tuesday of next month=2025-03-04"]);
    check("The third Monday of this month is free.", &["third Monday of this month=2025-02-17"]);
    check("It opens on the last Friday of the month.", &[]);
}

#[test]
fn dates_with_their_year_need_no_anchor() {
    let cases: &[(&str, &[&str])] = &[
        ("It began on Feb. 9, 1998, at sea.", &["Feb. 9, 1998=1998-02-09"]),
        ("It began on 9 February 1998 at sea.", &["9 February 1998=1998-02-09"]),
        ("Dated 2/9/98 and 2025-02-09.", &["2/9/98=1998-02-09", "2025-02-09=2025-02-09"]),
        ("The 24th of May, 1998, was wet.", &["24th of May, 1998=1998-05-24"]),
        ("It shut in March 2011.", &["March 2011=2011-03"]),
        ("They ruled in the 1990s and the 19th century.", &["1990s=199X", "19th century=18XX"]),
        ("Rates fell in 1998.", &["1998=1998"]),
        ("The summer of 1998 was dry.", &["summer of 1998=1998-SU"]),
        ("Sales rose in the third quarter of 1998.", &["third quarter of 1998=1998-Q3"]),
        ("On Friday, Feb. 7, 2025, it rained.", &["Friday, Feb. 7, 2025=2025-02-07"]),
    ];
    for (text, expected) in cases {
        check_on(None, text, expected);
    }
}

#[test]
fn without_an_anchor_relative_times_stay_open() {
    check_on(None, "She left on Friday and returns next week.", &["Friday=?", "next week=?"]);
    check_on(None, "It lasted three years.", &["three years=P3Y"]);
}

#[test]
fn tense_decides_the_direction_of_weekdays() {
    check("They met on Friday.", &["Friday=2025-02-07"]);
    check("They will meet on Friday.", &["Friday=2025-02-14"]);
    check("The talks are scheduled for Wednesday.", &["Wednesday=2025-02-12"]);
    check("On Friday, she said she would resign.", &["Friday=2025-02-07"]);
    check("The court will rule Monday, he said Friday.", &["Monday=2025-02-10", "Friday=2025-02-07"]);
    check("The store opened on Sunday.", &["Sunday=2025-02-09"]);
    check(
        "He quit last Sunday and leaves next Friday.",
        &["last Sunday=2025-02-02", "next Friday=2025-02-14"],
    );
}

#[test]
fn weekdays_may_be_first_names() {
    check("Sunday Oladapo was held.", &[]);
    check("The coach, Friday Ekwemba, met activist Monday Okpelo.", &[]);
    check("Police said Friday Ekwemba had fled.", &["Friday=2025-02-07"]);
    check("On Friday Ekwemba fled.", &["Friday=2025-02-07"]);
    check("Sunday Mass was full.", &["Sunday=2025-02-09"]);
}

#[test]
fn tense_decides_the_year_of_months_and_days() {
    check("The law will take effect on February 24.", &["February 24=2025-02-24"]);
    check("He was arrested in November.", &["November=2024-11"]);
    check("The vote will be held in April.", &["April=2025-04"]);
    check("In late January, she said so.", &["late January=2025-01"]);
    check("It opened last March.", &["last March=2024-03"]);
    check("It closed on Dec. 30.", &["Dec. 30=2024-12-30"]);
}

#[test]
fn weeks_months_and_years_are_counted_from_the_anchor() {
    check("They meet next week.", &["next week=2025-W07"]);
    check("It fell last month.", &["last month=2025-01"]);
    check("It fell earlier this year.", &["earlier this year=2025"]);
    check("It began two weeks ago.", &["two weeks ago=2025-W04"]);
    check("It began 11 days ago.", &["11 days ago=2025-01-29"]);
    check("It began almost four years ago.", &["almost four years ago=2021"]);
    check("It will end by mid-2026.", &["mid-2026=2026"]);
    check("He left last fall.", &["last fall=2024-FA"]);
    check(
        "He spoke yesterday morning and last night.",
        &["yesterday morning=2025-02-08TMO", "last night=2025-02-08TNI"],
    );
    check("On Tuesday of next week it reopens.", &["Tuesday of next week=2025-02-11"]);
}

#[test]
fn what_follows_is_counted_from_the_date_before() {
    check(
        "He arrived on Jan. 3 and left the following day.",
        &["Jan. 3=2025-01-03", "following day=2025-01-04"],
    );
    check(
        "It began on Jan. 3. Two weeks later it was over.",
        &["Jan. 3=2025-01-03", "Two weeks later=2025-W03"],
    );
    check("He was born in 1950 and died the same year.", &["1950=1950", "same year=1950"]);
    check("He left the day before last Tuesday.", &["day before last Tuesday=2025-02-03"]);
}

#[test]
fn times_of_day_and_their_day() {
    check("Polls close at 5 p.m. EST Tuesday, he said.", &["5 p.m. EST Tuesday=2025-02-11T17:00-05:00"]);
    check("It begins at 14:10 on Monday.", &["14:10 on Monday=2025-02-10T14:10"]);
    check("It struck late on Saturday.", &["late on Saturday=2025-02-08TNI"]);
    check("It struck at 1430 GMT.", &["1430 GMT=2025-02-09T14:30Z"]);
    check("It struck on Friday at noon.", &["Friday at noon=2025-02-07T12:00"]);
    check("It rained on Friday night.", &["Friday night=2025-02-07TNI"]);
    check("They won 2:10 in the end.", &[]);
}

#[test]
fn durations_and_sets() {
    check("A five-hour wait for two and a half hours.", &["five-hour=PT5H", "two and a half hours=PT2H30M"]);
    check("For several weeks and the past five years.", &["several weeks=PXW", "past five years=P5Y"]);
    check("Every day people ask twice a week.", &["Every day=P1D", "twice a week=P1W"]);
    check("They meet every other Thursday.", &["every other Thursday=XXXX-WXX-4"]);
    check("It opens on the first Sunday of every month.", &["first Sunday of every month=P1M"]);
    check("The shop opens daily and on Sundays.", &["daily=P1D", "Sundays=XXXX-WXX-7"]);
    check("In more than a decade, half an hour.", &["more than a decade=P10Y", "half an hour=PT30M"]);
}

#[test]
fn a_rate_of_something_measured_is_no_time() {
    check("He drove 60 miles an hour.", &[]);
}

#[test]
fn rarer_forms() {
    check(
        "The vote was on the first Tuesday of November 2024.",
        &["first Tuesday of November 2024=2024-11-05"],
    );
    check("It fell in Q3 2024 and the winter of 2022-23.", &["Q3 2024=2024-Q3", "winter of 2022-23=2022-WI"]);
    check("He will be back a week from Friday.", &["a week from Friday=2025-02-21"]);
    check("It rained the week before last.", &["week before last=2025-W04"]);
    check("A two-and-a-half-year wait.", &["two-and-a-half-year=P2.5Y"]);
    check("The third time in as many weeks.", &[]);
    check("On 09.02.2025 it rained.", &["09.02.2025=2025-02-09"]);
    check("2025/02/09 14:10", &["2025/02/09 14:10=2025-02-09T14:10"]);
    check("Sunday 9 February 2025 14.10 GMT", &["Sunday 9 February 2025 14.10 GMT=2025-02-09T14:10Z"]);
    check("It fell in the 1980’s and the 90's.", &["1980’s=198X", "90's=199X"]);
    check("He noted that last year it fell.", &["last year=2024"]);
    check("She spoke of what she would do were she to win in November.", &["November=2025-11"]);
    check("It takes 60 to 90 days, or two to three weeks.", &["60 to 90 days=PXD", "two to three weeks=PXW"]);
}

#[test]
fn forms_of_the_world_s_papers() {
    check("It opens next Tuesday week.", &["next Tuesday week=2025-02-18"]);
    check(
        "A week on Monday it opens; Monday week it shuts.",
        &["A week on Monday=2025-02-17", "Monday week=2025-02-17"],
    );
    check("She is due in a fortnight’s time.", &["a fortnight’s time=2025-W08"]);
    check("It met on Friday last.", &["Friday last=2025-02-07"]);
    check("It starts on Saturday the 15th.", &["Saturday the 15th=2025-02-15"]);
    check("It came on the 3rd of last month.", &["3rd of last month=2025-01-03"]);
    check(
        "On February the 4th and the fourth of March.",
        &["February the 4th=2025-02-04", "fourth of March=2025-03-04"],
    );
    check("It was signed on 4-Feb-2025.", &["4-Feb-2025=2025-02-04"]);
    check(
        "On 3, 4 and 5 March 2024 it rained.",
        &["3=2024-03-03", "4=2024-03-04", "5 March 2024=2024-03-05"],
    );
    check("The fair runs from 3 to 5 March.", &["3 to 5 March=2025-03-03/2025-03-05"]);
    check("Dated 13/01/2025 and 04/02/2025.", &["13/01/2025=2025-01-13", "04/02/2025=2025-02-04"]);
    check("The bridge fell a week ago today.", &["a week ago today=2025-02-02"]);
    check("It rained overnight on Saturday.", &["overnight on Saturday=2025-02-08TNI"]);
    check("It was built in March ’62 and shut in ’98.", &["March ’62=1962-03", "’98=1998"]);
    check("Lunar New Year was quiet.", &["Lunar New Year=2025-01-29"]);
    check("They marched on Anzac Day.", &["Anzac Day=2024-04-25"]);
    check("A market is held on the second Sunday of each month.", &["second Sunday of each month=P1M"]);
}

#[test]
fn the_years_of_business() {
    check("Profit will fall in FY25, not in FY2024-25.", &["FY25=2025", "FY2024-25=2024/2025"]);
    check("Sales rose in Q1 FY26.", &["Q1 FY26=2026-Q1"]);
    check("Profit rose in the second half.", &["second half=2024-H2"]);
    check("He scored in the second half.", &[]);
}

#[test]
fn clocks_of_many_kinds() {
    check("Shut 9-11 a.m. on Monday.", &["9-11 a.m. on Monday=2025-02-03T09:00/2025-02-03T11:00"]);
    check("It was open 11am to 2pm.", &["11am=2025-02-09T11:00", "2pm=2025-02-09T14:00"]);
    check("They met from 10-1 p.m.", &["10-1 p.m.=2025-02-09T10:00/2025-02-09T13:00"]);
    check(
        "Polls opened at 7am and closed at 10pm on Thursday.",
        &["7am=2025-02-06T07:00", "10pm on Thursday=2025-02-06T22:00"],
    );
    check(
        "They met at half past nine on Friday evening.",
        &["half past nine on Friday evening=2025-02-07T21:30"],
    );
    check("It left at a quarter to six.", &["quarter to six=2025-02-09T05:45"]);
    check("The launch was at 15:00 UTC+2.", &["15:00 UTC+2=2025-02-09T15:00+02:00"]);
    check("The call began at 3 p.m. (UTC+5:30).", &["3 p.m. (UTC+5:30)=2025-02-09T15:00+05:30"]);
    check("It struck at 1430 hours.", &["1430 hours=2025-02-09T14:30"]);
    check("It struck at 14h30 GMT.", &["14h30 GMT=2025-02-09T14:30Z"]);
    check("Logged 2025-02-14T09:30:00Z.", &["2025-02-14T09:30:00Z=2025-02-14T09:30:00Z"]);
    check("Logged 2025-02-14T09:30+05:30.", &["2025-02-14T09:30+05:30=2025-02-14T09:30+05:30"]);
    check("A quarter to three quarters of them left.", &[]);
    check("The desk is staffed 24/7.", &[]);
}

#[test]
fn days_that_are_known_by_their_date_alone() {
    check("The Sept. 11 attacks changed it.", &["Sept. 11=2001-09-11"]);
    check(
        "The attacks of Sept. 11 changed it, as 9/11 victims say.",
        &["Sept. 11=2001-09-11", "9/11=2001-09-11"],
    );
    check_on(Some("1999-10-01"), "The Sept. 11 attack was the third.", &["Sept. 11=1999-09-11"]);
    check_on(None, "The Sept. 11 attacks changed it.", &["Sept. 11=2001-09-11"]);
    check("The shop opened on Sept. 11.", &["Sept. 11=2024-09-11"]);
    check("He made 9/11 of his throws and 7/7 later.", &[]);
}

#[test]
fn ranges_are_one_interval() {
    check("The fair ran March 3-5, 1998.", &["March 3-5, 1998=1998-03-03/1998-03-05"]);
    check("Output fell in July-Sept. again.", &["July-Sept.=2024-07/2024-09"]);
    check("In the 1994-95 season.", &["1994-95=1994/1995"]);
    check("He was away Dec. 30-Jan. 2.", &["Dec. 30-Jan. 2=2024-12-30/2025-01-02"]);
    check("He testified on April 24 and 25.", &["April 24=2024-04-24", "25=2024-04-25"]);
}

#[test]
fn ages_are_left_alone() {
    for text in
        ["A 44-year-old man.", "She is six years old.", "Aged 12 months.", "He is 44.", "A 6-month-old."]
    {
        check(text, &[]);
    }
}

#[test]
fn words_that_only_look_like_times() {
    for text in [
        "They may leave.",
        "Mrs. May resigned.",
        "The march went on.",
        "The Sun said so.",
        "He sat in the sun.",
        "A second term for him.",
        "The fall of the city.",
        "Some 2000 troops left.",
        "It cost $1998.",
        "The Daily Mail said so.",
        "April Smith and June Carter sang.",
        "USA Today said so.",
        "USA TODAY said so.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn may_and_march_where_they_are_months() {
    check("The vote was held in May.", &["May=2024-05"]);
    check("Theresa May quit in May 2019, not by May.", &["May 2019=2019-05"]);
    check("The March meeting was short.", &["March=2024-03"]);
}

#[test]
fn capitals_throughout() {
    check("THE COMPANY SAID ON FRIDAY IT MAY CLOSE IN MARCH.", &["FRIDAY=2025-02-07", "MARCH=2025-03"]);
    check("SHARES FELL LAST WEEK, ON FEB 3.", &["LAST WEEK=2025-W05", "FEB 3=2025-02-03"]);
}

#[test]
fn a_time_stamp_is_one_time_and_the_anchor() {
    let text = "Updated 14:10 JST, February 9, 2025\nShe left on Friday.";
    let article = Article::plain(text);
    let reason = || Reason::new(Rule::PlainParagraph, []);
    let structure = [
        Paragraph { range: TextRange::new(0, 35), part: Part::Timestamp, why: reason() },
        Paragraph { range: TextRange::new(36, text.len()), part: Part::Body, why: reason() },
    ];
    let (anchor, times) = find_in(&article, &structure);
    assert_eq!(anchor.map(|anchor| anchor.basis), Some(AnchorBasis::Timestamp));
    let found: Vec<String> = times.iter().map(|time| shown(text, time)).collect();
    assert_eq!(found, ["14:10 JST, February 9, 2025=2025-02-09T14:10+09:00", "Friday=2025-02-07"]);
}

#[test]
fn a_day_and_an_hour_set_apart_in_a_time_stamp_are_one_time() {
    let text = "2:10 p.m. EST | February 9, 2025";
    let reason = Reason::new(Rule::PlainParagraph, []);
    let stamp = Paragraph { range: TextRange::new(0, text.len()), part: Part::Timestamp, why: reason };
    let (anchor, times) = find_in(&Article::plain(text), &[stamp]);
    let found: Vec<String> = times.iter().map(|time| shown(text, time)).collect();
    assert_eq!(found, ["2:10 p.m. EST | February 9, 2025=2025-02-09T14:10-05:00"]);
    assert_eq!(anchor.map(|anchor| anchor.day), Some(jiff::civil::date(2025, 2, 9)));
}

#[test]
fn another_anchor_gives_other_values_without_reading_again() {
    let article =
        Article { published: Some("2025-02-09".parse().unwrap()), ..Article::plain("He left on Friday.") };
    let (_, mut times) = find_in(&article, &[]);
    let day = "2024-12-31".parse().unwrap();
    resolve_all(&article.text, &mut times, Some(Anchor { day, basis: AnchorBasis::Published, range: None }));
    assert_eq!(times[0].value.as_deref(), Some("2024-12-27"));
    resolve_all(&article.text, &mut times, None);
    assert_eq!((times[0].value.as_deref(), times[0].why.rule), (None, Rule::NoAnchor));
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const LEADS: [&str; 6] =
    ["They met on ", "They will meet on ", "Last ", "Next ", "It rained late on ", "This "];

/// Any day of three centuries.
fn any_day() -> impl proptest::strategy::Strategy<Value = jiff::civil::Date> {
    use proptest::strategy::Strategy;
    let first = jiff::civil::date(1850, 1, 1);
    (0..100_000i64).prop_map(move |days| calendar::add_days(first, days).unwrap())
}

fn value_on(day: jiff::civil::Date, text: &str) -> Option<String> {
    let article = Article { published: Some(day), ..Article::plain(text) };
    find_in(&article, &[]).1.first().and_then(|time| time.value.clone())
}

proptest::proptest! {
    #[test]
    fn a_weekday_resolves_to_such_a_day(day in any_day(), weekday in 0..7usize, lead in 0..LEADS.len()) {
        let text = format!("{}{}.", LEADS[lead], WEEKDAYS[weekday]);
        let value = value_on(day, &text).unwrap();
        let found: jiff::civil::Date = value[..10].parse().unwrap();
        proptest::prop_assert_eq!(found.weekday().to_monday_zero_offset() as usize, weekday, "{} {}", text, value);
        proptest::prop_assert!(calendar::days_between(day, found).abs() <= 7);
    }

    #[test]
    fn a_printed_date_reads_back(day in any_day(), form in 0..6usize) {
        let month = MONTHS[day.month() as usize - 1];
        let (year, number) = (day.year(), day.day());
        let written = match form {
            0 => format!("{month} {number}, {year}"),
            1 => format!("{number} {month} {year}"),
            2 => format!("{}/{number}/{year}", day.month()),
            3 => day.to_string(),
            4 => format!("{month} {number}"),
            _ => format!("{number} {month}"),
        };
        let value = value_on(day, &format!("It opened on {written}."));
        proptest::prop_assert_eq!(value, Some(day.to_string()), "{}", written);
    }

    #[test]
    fn times_are_disjoint_and_resolving_again_changes_nothing(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..40),
        day in any_day(),
    ) {
        let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        let article = Article { published: Some(day), ..Article::plain(text.clone()) };
        let (anchor, times) = find_in(&article, &[]);
        proptest::prop_assert!(times.windows(2).all(|w| w[0].range.end() <= w[1].range.start()), "{:?}", &text);
        let mut again = times.clone();
        resolve_all(&text, &mut again, anchor);
        proptest::prop_assert_eq!(again, times);
    }
}

/// Pieces of news in which times meet.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    ", ",
    "-",
    "–",
    "’",
    "’s",
    ".",
    "\n",
    "(",
    "Feb.",
    "February",
    "May",
    "March",
    "Friday",
    "Sun",
    "9",
    "24th",
    "31",
    "98",
    "1998",
    "2025",
    "0",
    "99999999999",
    "14:10",
    "5:30pm",
    "p.m.",
    " EST",
    "noon",
    "the ",
    "a ",
    "half ",
    "two",
    "several",
    "day",
    "days",
    "week",
    "weekend",
    "years",
    "decade",
    "century",
    "quarter",
    "ago",
    "later",
    "last ",
    "next ",
    "this ",
    "that ",
    "following ",
    "past ",
    "every ",
    "daily",
    "summer",
    "fall",
    "Easter",
    "New Year’s Eve",
    "of ",
    "to ",
    "and ",
    "in ",
    "on ",
    "until ",
    "late ",
    "early ",
    "mid",
    "before ",
    "after ",
    "year-end",
    "will ",
    "met ",
    "1/2",
    "/",
    "é",
    "now",
    "future",
    "today",
    "tonight",
    "morning",
    "1990s",
    "fiscal ",
    "first ",
    "third ",
    "old",
    "“",
    "'",
    "‘62",
    "+2",
    "UTC",
    "9/11",
    "FY25",
    "14T09:30Z",
    "half past ",
    "the 15th",
    "overnight",
    "(",
    ")",
    "🙂",
];

#[test]
fn what_turns_belong_to() {
    check("Sales beat last year's fourth quarter.", &["last year's fourth quarter=2024-Q4"]);
    check("Sales beat this year’s first half.", &["this year’s first half=2025-H1"]);
    check("The last week of January was mild.", &["January=2025-01"]);
    check("It closed in the last week of the war.", &[]);
}

#[test]
fn an_event_in_the_present_tense_is_to_come() {
    for text in [
        "Rovers play Hull on Friday.",
        "The club face a replay on Friday.",
        "The band visits Lyon on Friday.",
        "The race is on Friday.",
        "The last day for bids is Friday.",
        "The film is out on Friday.",
        "“We'll be back on Friday,” she said.",
        "“I’ll sing it on Friday,” he said.",
        "He spoke of the fair, which comes to town on Friday.",
        "Doors open at the hall on Friday.",
        "She faces a hearing on Friday.",
        "Talks resume on Friday.",
        "The side are away to Hull on Friday.",
        "Her book is published on Friday.",
    ] {
        check(text, &["Friday=2025-02-14"]);
    }
    for text in [
        "Rovers played Hull on Friday.",
        "The play on Friday was long.",
        "His visits on Friday were short.",
        "Her face on Friday told it all.",
        "He is accused of lying on Friday.",
        "The school play on Friday drew crowds.",
        "“We were back on Friday,” she said.",
        "She resigned this Friday.",
    ] {
        let found: Vec<String> = find_in(&anchored(text), &[]).1.iter().map(|t| shown(text, t)).collect();
        assert!(found.iter().all(|time| time.ends_with("=2025-02-07")), "{found:?} in {text:?}");
    }
    check("She will resign this Friday.", &["this Friday=2025-02-14"]);
    check("Polls close at 10 p.m. on Friday.", &["10 p.m. on Friday=2025-02-14T22:00"]);
}

fn anchored(text: &str) -> Article {
    Article { published: "2025-02-09".parse().ok(), ..Article::plain(text) }
}

#[test]
fn a_timetable_names_no_day() {
    check("The shop opens at 8am on Sundays.", &["8am on Sundays=XXXX-WXX-7T08:00"]);
    check("A class is held each Sunday at 10am.", &["each Sunday at 10am=XXXX-WXX-7T10:00"]);
    check("It leaves nightly at 11.15pm.", &["nightly at 11.15pm=XXXX-XX-XXT23:15"]);
    check("It leaves every day at noon.", &["every day at noon=XXXX-XX-XXT12:00"]);
    check(
        "It is open Tuesday-Sunday, 10am-5pm.",
        &["Tuesday-Sunday=XXXX-WXX-2/XXXX-WXX-7", "10am-5pm=XXXX-XX-XXT10:00/XXXX-XX-XXT17:00"],
    );
    check("The office is open Monday to Friday.", &["Monday to Friday=XXXX-WXX-1/XXXX-WXX-5"]);
    check("Opening hours: Mon-Fri only.", &["Mon-Fri=XXXX-WXX-1/XXXX-WXX-5"]);
    check("It is open from 7am to 10pm daily.", &["7am=XXXX-XX-XXT07:00", "10pm daily=XXXX-XX-XXT22:00"]);
    check("It airs weekdays at 9pm.", &["weekdays at 9pm=XXXX-XX-XXT21:00"]);
    check("It meets on Thursday evenings at 7.30pm.", &["Thursday evenings at 7.30pm=XXXX-WXX-4T19:30"]);
    check("The pool opens at 7am on Monday.", &["7am on Monday=2025-02-10T07:00"]);
}

#[test]
fn weekdays_in_a_row_are_one_stretch() {
    check("They will meet Monday through Friday.", &["Monday through Friday=2025-02-10/2025-02-14"]);
    check("They met Monday through Friday.", &["Monday through Friday=2025-02-03/2025-02-07"]);
    check("The fair runs Thursday to Sunday.", &["Thursday to Sunday=2025-02-13/2025-02-16"]);
    check("The strike lasted from Monday to Friday.", &["Monday to Friday=2025-02-03/2025-02-07"]);
    check("The strike will last from Monday to Friday.", &["Monday to Friday=2025-02-10/2025-02-14"]);
    check("It was moved from Friday to Saturday.", &["Friday=2025-02-07", "Saturday=2025-02-08"]);
}

#[test]
fn a_comparison_with_another_time_is_no_rate() {
    check("Sales were 20 a year ago.", &["a year ago=2024"]);
    check("It made $6 million, against $5 million a year earlier.", &["a year earlier=2024"]);
    check("The rate was 4% a month ago.", &["a month ago=2025-01"]);
    check("Turnover was £90m, against £75m a year before.", &["a year before=2024"]);
    check("Profit was $9m a year prior.", &["a year prior=2024"]);
    check("There were 40 a decade ago.", &["a decade ago=2015"]);
    check(
        "Profit was $3m in the second quarter of 2024, up from $2m a year earlier.",
        &["second quarter of 2024=2024-Q2", "a year earlier=2023-Q2"],
    );
    check(
        "In January it rose from 9 a year earlier and 8 a month earlier.",
        &["January=2025-01", "a year earlier=2024-01", "a month earlier=2024-12"],
    );
    check("She earns $90,000 a year.", &["a year=P1Y"]);
    check("It handles 40 flights a day.", &["a day=P1D"]);
}

#[test]
fn parts_of_a_century() {
    check("It shut half a century ago.", &["half a century ago=1975"]);
    check("It shut a quarter of a century ago.", &["a quarter of a century ago=2000"]);
    check("It shut a quarter-century ago.", &["a quarter-century ago=2000"]);
    check("It opened a century and a half ago.", &["a century and a half ago=1875"]);
    check("He led it for three quarters of a century.", &["three quarters of a century=P75Y"]);
    check("A quarter of the crowd left.", &[]);
}

#[test]
fn dates_in_words_and_closed_up() {
    check("He died on May twenty-second.", &["May twenty-second=2024-05-22"]);
    check("They married on June twenty-fourth, 1998.", &["June twenty-fourth, 1998=1998-06-24"]);
    check("It was on the twenty-third of June, 2016.", &["twenty-third of June, 2016=2016-06-23"]);
    check("It sailed on October the ninth, 1911.", &["October the ninth, 1911=1911-10-09"]);
    check(
        "Stamped Wed, 14 Jun 2017 12:54:00 -0100.",
        &["Wed, 14 Jun 2017 12:54:00 -0100=2017-06-14T12:54:00-01:00"],
    );
    check("She came on January third.", &["January third=2025-01-03"]);
    check("2014, Feb 17 was the day.", &["2014, Feb 17=2014-02-17"]);
    check("The 2021 July unrest is over.", &["2021 July=2021-07"]);
    check("In 2014, May 5 was a holiday.", &["2014=2014", "May 5=2024-05-05"]);
    check(
        "It was dated Tue Feb 23 00:44:27 PST 2016.",
        &["Tue Feb 23 00:44:27 PST 2016=2016-02-23T00:44:27-08:00"],
    );
    check("It lasted twenty-two seconds.", &["twenty-two seconds=PT22S"]);
    check("The March third-quarter report.", &["March=2025-03"]);
}

#[test]
fn results_are_told_when_their_quarter_is_over() {
    check("First-half profit rose 5 percent.", &["First-half=2024-H1"]);
    check("It beat forecasts with its first-quarter sales.", &["first-quarter=2024-Q1"]);
    check("Fourth-quarter profit rose 5 percent.", &["Fourth-quarter=2024-Q4"]);
    check_on(Some("2025-05-04"), "First-quarter profit rose 5 percent.", &["First-quarter=2025-Q1"]);
    check_on(Some("2025-11-20"), "Income rose 8% in the fourth quarter.", &["fourth quarter=2024-Q4"]);
    check("Sales will rise in the first quarter.", &["first quarter=2025-Q1"]);
}

#[test]
fn zones_in_words_and_a_day_over_a_bracket() {
    check(
        "It begins at 1:30 p.m. Eastern time on Tuesday.",
        &["1:30 p.m. Eastern time on Tuesday=2025-02-11T13:30-05:00"],
    );
    check("It begins at 9 a.m. Pacific on Friday.", &["9 a.m. Pacific on Friday=2025-02-14T09:00-08:00"]);
    check("It begins at 8pm UK time.", &["8pm UK time=2025-02-09T20:00Z"]);
    check_on(Some("2025-07-09"), "It begins at 8pm UK time.", &["8pm UK time=2025-07-09T20:00+01:00"]);
    check(
        "It begins at 9 a.m. ET (1400 GMT) on Tuesday.",
        &["9 a.m. ET=2025-02-11T09:00-05:00", "1400 GMT=2025-02-11T14:00Z", "Tuesday=2025-02-11"],
    );
    check("It struck at 9 a.m. local time on Friday.", &["9 a.m. local time on Friday=2025-02-07T09:00"]);
    check("He met the Eastern bloc at 9 a.m.", &["9 a.m.=2025-02-09T09:00"]);
}

#[test]
fn until_midnight_is_the_end_of_the_day() {
    check("Talks on Friday ran until midnight.", &["Friday=2025-02-07", "midnight=2025-02-08T00:00"]);
    check("They begin at midnight.", &["midnight=2025-02-09T00:00"]);
}

#[test]
fn a_near_date_is_meant_though_its_weekday_is_wrong() {
    check("It closed on Tuesday, Feb. 4.", &["Tuesday, Feb. 4=2025-02-04"]);
    check("It closed on Monday, Feb. 4.", &["Monday, Feb. 4=2025-02-04"]);
    check("It will close on Monday, Feb. 18.", &["Monday, Feb. 18=2025-02-18"]);
    check("It met on Thursday, June 12.", &["Thursday, June 12=2025-06-12"]);
}
