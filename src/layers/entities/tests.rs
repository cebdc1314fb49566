//! What the layer finds, shown in brackets: `[words|LABEL entity's name]`.

use super::*;
use crate::annotate::annotate;
use crate::document::Document;
use crate::document::entities::{Gender, Label, PlaceKind};
use proptest::prelude::*;

fn read(text: &str) -> Document {
    annotate(Article::plain(text))
}

/// The text with its mentions in brackets; the entity's name is left out where it is the words.
fn show(text: &str) -> String {
    let document = read(text);
    let mut shown = String::new();
    let mut at = 0;
    for mention in &document.layers.mentions {
        let words = document.words(mention.range);
        let name = &document.layers.entities[mention.entity.0 as usize].name;
        shown += &text[at..mention.range.start()];
        shown += &match name == words {
            true => format!("[{words}|{}]", mention.label.name()),
            false => format!("[{words}|{} {name}]", mention.label.name()),
        };
        at = mention.range.end();
    }
    shown + &text[at..]
}

fn check(expected: &str) {
    let mut text = String::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, after) = after.split_once(']').unwrap();
        text += before;
        text += inside.split('|').next().unwrap();
        rest = after;
    }
    text += rest;
    assert_eq!(show(&text), expected);
}

#[test]
fn titles_and_roles_stay_outside() {
    check("[French|GROUP] President [Ines Okafor|PERSON] met Prime Minister [Tomas Varga|PERSON] on Friday.");
    check("The spokeswoman for Secretary of State [Maria Dunn|PERSON] would not comment.");
    check("Gen. [Arturo Quist|PERSON] thanked Mrs. [Okonkwo|PERSON].");
}

#[test]
fn a_surname_stands_for_the_full_name() {
    check("[Elena Castellanos|PERSON] won. [Castellanos|PERSON Elena Castellanos] thanked voters.");
}

#[test]
fn an_unknown_word_is_short_for_the_company_it_opens() {
    check(
        "[Velquist Dredging Ltd|ORG] sued [Ottar Holm|PERSON] on Monday. [Velquist|ORG Velquist Dredging Ltd] said \
         [Holm|PERSON Ottar Holm] had left.",
    );
    check("[Velquist Dredging Ltd|ORG] lost. A ship of [Velquist Dredging|ORG Velquist Dredging Ltd] sank.");
    check("[Hanne Ekdal-Moor|PERSON] came. [Ekdal-Moor|PERSON Hanne Ekdal-Moor] spoke first.");
}

#[test]
fn what_has_a_people_or_a_dateline_is_a_place() {
    check("[Orvenia|PLACE] has left the talks. The [Orvenian|GROUP] envoy did not say why.");
    check(
        "[GRENMOOR|PLACE Grenmoor], May 2 ([AP|ORG]) - [Grenmoor|PLACE] has had enough of rain, its mayor said.",
    );
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    check(
        "[Peter Brandt|PERSON] and [Anna Brandt|PERSON] both ran. Mrs. [Brandt|PERSON Anna Brandt] won; \
         Mr. [Brandt|PERSON Peter Brandt] did not.",
    );
}

#[test]
fn a_courtesy_title_is_remembered() {
    check(
        "Mr. [Okoye|PERSON] spoke first. Ms. [Okoye|PERSON] disagreed. Mr. [Okoye|PERSON] left, and Ms. [Okoye|PERSON] stayed.",
    );
    let document = read("Mr. Okoye spoke. Ms. Okoye did not. Mr. Okoye left.");
    let entities: Vec<u32> = document.layers.mentions.iter().map(|mention| mention.entity.0).collect();
    assert_eq!(entities, [0, 1, 0]);
}

#[test]
fn a_first_name_mostly_given_to_one_sex_tells_whose_title_it_is() {
    check(
        "[Maria Delgado|PERSON] baked. [Luis Delgado|PERSON] did so too. Ms. [Delgado|PERSON Maria Delgado] won, and \
         Mr. [Delgado|PERSON Luis Delgado] wept.",
    );
}

#[test]
fn odd_blanks_inside_names_do_no_harm() {
    for blank in ["\u{2028}", "\u{3000}", "\u{a0}", "\u{85}"] {
        let text = ["Mr. Tomás", "Ignacio", "Herrera", "Quintana spoke."].join(blank);
        assert_eq!(read(&text).check_invariants(), Ok(()));
    }
}

#[test]
fn a_compound_surname_stands_for_the_full_name() {
    check(
        "[Tomás Ignacio Herrera Quintana|PERSON] won. [Herrera Quintana|PERSON Tomás Ignacio Herrera Quintana] \
         thanked [Willem de Graaf|PERSON], and [De Graaf|PERSON Willem de Graaf] thanked \
         [Herrera|PERSON Tomás Ignacio Herrera Quintana].",
    );
    check(
        "[Hassan Idris al-Tamimi|PERSON] came late. [Al-Tamimi|PERSON Hassan Idris al-Tamimi] sat down, and \
         [Tamimi|PERSON Hassan Idris al-Tamimi] spoke.",
    );
}

#[test]
fn initials_and_suffixes_part_and_join() {
    check(
        "[Edwin P. Stroud|PERSON] wrote to [Edwin R. Stroud|PERSON]. [Edwin P. Stroud|PERSON] got no answer.",
    );
    check("[Walter T. Renshaw Jr.|PERSON] won. [Renshaw|PERSON Walter T. Renshaw Jr.] thanked voters.");
}

#[test]
fn nicknames_and_names_people_are_known_by() {
    check("[William Ashgrove|PERSON] spoke. [Bill Ashgrove|PERSON William Ashgrove] left.");
    check(
        "[Edda Arantes|PERSON], known as [Pim|PERSON Edda Arantes], scored. [Pim|PERSON Edda Arantes] was tired.",
    );
}

#[test]
fn companies_are_one_under_long_and_short_names() {
    check(
        "[Halvorsen Marine Holding Ltd|ORG] lost money. [Halvorsen Marine|ORG Halvorsen Marine Holding Ltd] said so, \
         and [Halvorsen|ORG Halvorsen Marine Holding Ltd] shares fell.",
    );
    check("The [Ministry of Defence|ORG] met. The [Defence Ministry|ORG Ministry of Defence] said no.");
}

#[test]
fn letters_in_brackets_need_not_be_initials() {
    check(
        "The [Bank of Talvenia|ORG] ([BoT|ORG Bank of Talvenia]) met. The [BoT|ORG Bank of Talvenia] said no.",
    );
    check(
        "The [Produce Exchange|ORG] ([PDX|ORG Produce Exchange]) shut. Shares on the [PDX|ORG Produce Exchange] fell.",
    );
}

#[test]
fn lands_of_one_country_are_not_one() {
    check(
        "[England|PLACE] beat [Scotland|PLACE], and [Britain|PLACE United Kingdom] looked on. The [UK|PLACE United Kingdom] is wet.",
    );
    check(
        "She left [Massachusetts|PLACE] and came back to [Boston|PLACE], [Mass.|PLACE Massachusetts], in spring.",
    );
}

#[test]
fn spellings_of_one_name_are_one_person() {
    check("[Oleksiy Danylenkiy|PERSON] spoke. [Danylenkyy|PERSON Oleksiy Danylenkiy] left.");
}

#[test]
fn initials_in_brackets_name_the_organisation() {
    check(
        "The [Northern Fisheries Authority|ORG] ([NFA|ORG Northern Fisheries Authority]) met. \
         The [NFA|ORG Northern Fisheries Authority] said no.",
    );
}

#[test]
fn a_country_has_one_name() {
    check("The [U.S.|PLACE United States] and [Mexico|PLACE] agreed, the [United States|PLACE] said.");
}

#[test]
fn people_of_a_country_are_a_group() {
    check("[Kenyan|GROUP] farmers met [Ethiopians|GROUP] in [Kenya|PLACE].");
}

#[test]
fn a_seat_of_government_acts_or_stands_somewhere() {
    check("The [Kremlin|ORG] said so. They met at the [Kremlin|PLACE] in [Moscow|PLACE].");
    check("The [White House|ORG] declined to comment.");
}

#[test]
fn ordinary_words_that_open_a_sentence_are_no_names() {
    check("Thousands marched. However, police stopped them. It’s over. Officials agreed.");
}

#[test]
fn times_hold_no_names() {
    check("They left on Sunday, March 3, and came back in April.");
}

#[test]
fn joints_hold_organisations_together_and_people_apart() {
    check("The [Ministry of Health and Welfare|ORG] wrote to the [Bank of England|ORG].");
    check("[Hanna Lund|PERSON] of [Norway|PLACE] beat [Mia Ferrari|PERSON] of [Italy|PLACE].");
    check("[Ursula van der Meer|PERSON] met [Nuri al-Hakim|PERSON] and [Park Tae-won|PERSON].");
}

#[test]
fn teams_are_organisations() {
    check("The [Boston Red Sox|ORG] beat the [Chicago Cubs|ORG].");
}

#[test]
fn bodies_are_named_with_their_place_in_headlines_too() {
    check("He left the [Bank of Spain|ORG].");
    check("[Bank of Spain|ORG] Cuts Forecast");
    check("[Moreno|PERSON] Quits as Head of [Bank of Spain|ORG]");
    check("Parts of [Kenya|PLACE] Face Drought");
}

#[test]
fn messy_text_keeps_its_names() {
    // Rows of a table, and who stands in its brackets.
    check(
        "Premier Division\nTeam P W D L Pts\n[Alderton Rovers|ORG] 12 9 2 1 29\n[Westbury Town|ORG] 12 8 1 3 25\n\
         [Leeds|ORG] 12 7 2 3 23\nReferee: [P. Halloran|PERSON] ([Cork|PLACE])",
    );
    // Lists of people with what they are.
    check(
        "Attendees\n• [Maria Chen|PERSON], chief executive, [Northwind Energy|ORG]\n• [Abdul Rahman Siddiqui|PERSON], \
         [Ministry of Finance|ORG], [Dhaka|PLACE]\n1. [Tom Brandt|PERSON], [Reuters|ORG]",
    );
    // Lines cut as a scanner leaves them.
    check(
        "Workers said on Mon-\nday that the bridge at [Novi\nSad|PLACE Novi Sad] would close. Engineer [Milan\nTodor|PERSON \
         Milan Todor], who works for the\nport, said cracks were found\nin March.",
    );
    // Messages without care for capitals and signs.
    check("Just landed in [Lisbon|PLACE]!! @TAPAirPortugal lost my bag again #fail");
    check(
        "Mayor [Rosa Delgado|PERSON] opened the new clinic in [Ponce|PLACE] on Friday she said the government of \
         [Puerto Rico|PLACE] paid for it with help from the [Ford Foundation|ORG] doctors came too",
    );
}

#[test]
fn surnames_alone_are_found_where_all_is_in_capitals() {
    check(
        "[PRABANO SUBIANDO|PERSON] BEAT [ANIES BASWENDA|PERSON]. [BASWENDA|PERSON ANIES BASWENDA] CRIED. \
         [SUBIANDO|PERSON PRABANO SUBIANDO] LAUGHED.",
    );
    check("[HAKIMBE|PERSON] SAID NO. \"WE AGREE,\" SAID [RAMOPHELE|PERSON]. POLICE SAID RAIN WAS LATE.");
    check("[JOHN STEENKAMPER|PERSON] SAID [RAMOPHELE|PERSON] WAS WRONG.");
    // Surnames that end as companies do.
    check("[SINCLAIR|PERSON] SAID NO. THE MAYOR SAID YES. [PATEL|PERSON] SAID NOTHING.");
    check("[NGOZI OKONKWO-IBEALA|PERSON] WON. [OKONKWO-IBEALA|PERSON NGOZI OKONKWO-IBEALA] SAID SO.");
}

#[test]
fn bodies_keep_what_they_are_of_in_capitals() {
    check("THE [BANK OF ZAMBIA|ORG] AND THE [BANK OF GHANA|ORG] WILL KEEP THEIR RATES.");
    check("THE [DEPARTMENT OF FOREIGN AFFAIRS|ORG] REPLIED TO THE UNION LEADER.");
    check("THE [MINISTRY OF HEALTH AND SOCIAL SERVICES|ORG] DENIED IT.");
    check("THE [MINISTRY OF THE INTERIOR|ORG] DENIED IT AND WENT HOME.");
}

#[test]
fn a_word_cut_at_a_line_end_keeps_its_name() {
    check(
        "[Kwame As-\nante|PERSON Kwame Asante] told the [Minis-\ntry of Health|ORG Ministry of Health] in [Ku-\nmasi|PLACE \
         Kumasi] that [Asante|PERSON Kwame Asante] would go.",
    );
    check("[Ada Sato-\nLund|PERSON Ada Sato-Lund] told a [Paris|PLACE]-\nbased firm.");
    check(
        "[Angela Mer\u{ad}kel|PERSON Angela Merkel] met [Jean\u{2011}Claude Lund|PERSON Jean-Claude Lund].",
    );
    check(
        "[Angela Mer\u{ad}\nkel|PERSON Angela Merkel] told the crowd so. [Merkel|PERSON Angela Merkel] met \
         [Kwame As- \nante|PERSON Kwame Asante], and [Asante|PERSON Kwame Asante] left.",
    );
}

#[test]
fn handles_and_retweet_marks_are_no_names() {
    check("RT @AdaQuist: [Accra|PLACE] is under water again\n@OdeMarsh thank you");
    check("RT if you live in [Accra|PLACE] and have no water");
    check("[RT|ORG] said on Monday that it would close its office in [Moscow|PLACE], @riverton wrote.");
    check("He paid KSh 500 to a man in [Nairobi|PLACE].");
}

#[test]
fn weekdays_may_be_first_names() {
    check("[Sunday Oladapo|PERSON] was held. The coach, [Friday Ekwemba|PERSON], smiled.");
    check("She told the [Sunday Times|ORG] that Sunday Mass would go on. On Friday Ekwemba left.");
}

#[test]
fn nicknames_and_particles_stay_inside_a_name() {
    check("[Jimmy \"Barbecue\" Chérat|PERSON] met [Ferdinand “Bong” Marquez Jr.|PERSON] in [Lima|PLACE].");
    check("[Bato dela Rosa|PERSON] met [Edson Arantes do Nascimento|PERSON] and [A R Rahman|PERSON].");
    check("[Joseph R. Brandt Jr|PERSON]. [Brandt|PERSON Joseph R. Brandt Jr] is one man.");
}

#[test]
fn a_headline_holds_the_names_of_its_article() {
    check(
        "[Kenyatta University|ORG] Lecturers Strike\n\nLecturers at [Kenyatta University|ORG] went on strike on \
         Monday.",
    );
}

#[test]
fn results_name_teams_and_people_but_no_ranks_and_codes() {
    check("Rank Nation P W\n1 [Kenya|PLACE] 26 32 4\n2 [Canada|PLACE] 26 30 5\n3 [Peru|PLACE] 26 32 6");
    check("1. [Rhys Prestcott|PERSON] (Eng) 9.99\n2. [Ferdinand Oyelaran|PERSON] (Ken) 10.01");
}

#[test]
fn no_name_goes_over_a_dash() {
    check(
        "[BREMERHAVEN|PLACE Bremerhaven], [GERMANY|PLACE Germany] - HARBOUR PILOTS IN THE PORT OF \
         [BREMERHAVEN|PLACE Bremerhaven] ENDED A STRIKE ON THURSDAY.",
    );
}

#[test]
fn a_town_that_plays_is_its_team_where_matches_are_reported() {
    check(
        "[Leeds|ORG] won 3-1 on Saturday after a late goal. [Norwich|ORG] striker [Ode Marsh|PERSON] had scored \
         first in the match, played before a full house in [Hull|PLACE].",
    );
    check("[Leeds|PLACE] won a prize for its parks on Saturday. The council of [Norwich|PLACE] came second.");
}

#[test]
fn roles_gender_and_places_are_recorded() {
    let document = read("Kremlin spokeswoman Olga Marchenko flew to Nairobi.");
    let people = |entity: &&Entity| entity.label == Label::Person;
    let olga = document.layers.entities.iter().find(people).unwrap();
    assert_eq!(olga.gender, Some(Gender::Female));
    assert_eq!(document.words(olga.roles[0]), "Kremlin spokeswoman");
    let place = document.layers.entities.iter().find_map(|entity| entity.place.clone()).unwrap();
    assert_eq!((place.kind, place.country.as_deref()), (PlaceKind::City, Some("KE")));
    assert!(place.latitude.is_some_and(|latitude| (-20_000..0).contains(&latitude)));
}

#[test]
fn a_role_says_whether_it_is_held() {
    let roles = |text: &str| {
        let document = read(text);
        let roles = document.layers.entities.iter().flat_map(|entity| &entity.roles);
        roles.map(|role| document.words(*role).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(roles("Former Kenyan President Olga Marchenko left."), ["Former Kenyan President"]);
    assert_eq!(roles("Acting President Olga Marchenko left."), ["Acting President"]);
    assert_eq!(roles("They met the then President Olga Marchenko."), ["then President"]);
    assert_eq!(roles("Then President Olga Marchenko left."), ["President"]);
    assert_eq!(roles("They met, and then President Olga Marchenko left."), ["President"]);
    assert_eq!(roles("President-Elect Olga Marchenko left."), ["President-Elect"]);
    assert_eq!(roles("Prime Minister-elect Olga Marchenko left."), ["Prime Minister-elect"]);
    assert_eq!(roles("Olga Marchenko, chief executive of Delphic Devices, left."), ["chief executive"]);
    assert_eq!(roles("Ratu Olga Marchenko left."), ["Ratu"]);
    assert_eq!(roles("On Friday MS Marchenko left."), [""; 0]);
}

/// The roles of everybody in a text, one string each.
fn roles(text: &str) -> Vec<String> {
    let document = read(text);
    let roles = document.layers.entities.iter().flat_map(|entity| &entity.roles);
    roles.map(|role| document.words(*role).to_owned()).collect()
}

#[test]
fn a_role_is_whole() {
    for (text, expected) in [
        ("They met prime minister Tom Reed.", "prime minister"),
        ("It was sent by senior crown prosecutor Ruth Orr.", "senior crown prosecutor"),
        ("He thanked deputy vice-chancellor Hugo Brand.", "deputy vice-chancellor"),
        ("Vice-Premier Tom Reed left.", "Vice-Premier"),
        ("Assistant Chief Constable Tom Reed left.", "Assistant Chief Constable"),
        ("Shadow Chancellor Ruth Orr left.", "Shadow Chancellor"),
        ("Deputy Lord Mayor Ruth Orr left.", "Deputy Lord Mayor"),
        ("The prize went to sub-editor Ruth Orr.", "sub-editor"),
        ("Co-author Ruth Orr left.", "Co-author"),
        ("Non-executive director Ruth Orr left.", "Non-executive director"),
        ("Ruth Orr, under-secretary for trade, left.", "under-secretary"),
        ("Ruth Orr, the county’s assistant chief constable, left.", "assistant chief constable"),
        ("Ruth Orr, 45, a retired nurse and mother of two, left.", "retired nurse"),
        ("Ruth Orr, mayor since 2019, left.", "mayor"),
        ("Ruth Orr, vice-chair of the board, left.", "vice-chair"),
        ("They asked night watchman Tom Reed.", "watchman"),
    ] {
        assert_eq!(roles(text), [expected], "{text}");
    }
}

#[test]
fn what_is_no_role_is_none() {
    for text in [
        "Ruth Orr, said the judge, was late.",
        "Ruth Orr, replied the chairman, was late.",
        "Ruth Orr, but not her husband, was late.",
        "Ruth Orr, after the manager left, was late.",
        "Ruth Orr, when her lawyer came, was late.",
        "Ruth Orr, who has split from many fellow members, was late.",
        "Ruth Orr and her husband were late.",
        "Many traders count Ruth Orr a friend.",
        "He lives in Leeds, where his wife was born.",
        "In Leeds, the mayor wept.",
        "In Leeds, police stopped a tram.",
        "The Lions host Norwich on Friday.",
    ] {
        assert_eq!(roles(text), [""; 0], "{text}");
    }
}

#[test]
fn after_a_title_a_town_or_a_month_is_somebody() {
    check("Mrs [May|PERSON] spoke. [May|PERSON] left in May.");
    check("Mr [August|PERSON] wept. On August 3 he left.");
    check("Dr [York|PERSON] and Mrs [London|PERSON] wept.");
    check("Ms [Derby|PERSON] was jailed for two years.");
    check("Judge [Austin|PERSON] sat, and Captain [Boston|PERSON] stood.");
    check("Queen [Mary|PERSON] of [Denmark|PLACE] waved.");
    check("[Claudia S. San Pablo|PERSON], 45, left. Ms. [San Pablo|PERSON Claudia S. San Pablo] wept.");
    check("Presidents [Trump|PERSON] and [Xi|PERSON] met.");
    // Their neighbours.
    check("The council of [York|PLACE] will act in May.");
    check("She flew to [Prince George|PLACE] in [Canada|PLACE].");
}

#[test]
fn letters_behind_a_name_stay_outside() {
    check("Sir [Alan Pike|PERSON] CBE opened the hall.");
    check("Dr [Ann Lee|PERSON] PhD spoke.");
    check("“We ran,” said [Joan Wills|PERSON] RN.");
    check("[Jane Poe|PERSON], M.D., wrote to [Ian Ray|PERSON], KC, in May.");
    check("[Tom Ames|PERSON] QC met Lady [Orton|PERSON] DL.");
    check("[Paul Reed Jr.|PERSON] met Professor [Ken Ito|PERSON] FRS.");
    check("She left [Houston|PLACE] TX for [Omaha|PLACE] NE.");
    check("[Lena Moss Ltd|ORG] has closed.");
}

#[test]
fn companies_are_known_by_a_sign_a_figure_or_a_small_letter() {
    check("Shares in [B&Q|ORG] rose, and [3M|ORG] said sales fell.");
    check("[23andMe|ORG] filed for bankruptcy, and [7-Eleven|ORG] cut its outlook.");
    check("A spokesman for [eToro|ORG] met staff of [adidas|ORG].");
    check("Shares in [Stop & Save|ORG] rose.");
    check("The firm spends 3m on R&D and on Q&A pages.");
}

#[test]
fn markets_are_no_names_and_traders_are() {
    check("The FTSE 100 and the Dow fell, and the S&P 500 rose.");
    check("Brent rose $2.10 to $88.40 a barrel. Sterling gained half a cent against the dollar.");
    check("The worst was housebuilder [Tarnwood|ORG], off 4%.");
    check("He lives in [Brent|PLACE], in north-west [London|PLACE].");
    check("[Brent Council|ORG] has put up its rents.");
}

/// The countries of the towns in a text.
fn countries(text: &str) -> Vec<String> {
    let entities = read(text).layers.entities;
    let cities = entities.into_iter().filter_map(|entity| entity.place).filter(|p| p.kind == PlaceKind::City);
    cities.filter_map(|place| place.country).collect()
}

#[test]
fn a_region_behind_a_town_decides_which_it_is() {
    for (text, expected) in [
        ("He died in Paris, Texas, at 80.", &["US"][..]),
        ("She moved to London, Ontario, in May.", &["CA"]),
        ("A shop in Cordoba, Spain, shut.", &["ES"]),
        ("They met in Hyderabad, Pakistan, and near Tripoli, Lebanon.", &["PK", "LB"]),
        ("He flew to San Jose, Costa Rica. San Jose is hot.", &["CR"]),
        ("He works in Cambridge, Mass., by day.", &["US"]),
        ("In Perth, Scotland, it rained.", &["GB"]),
        ("Talks between Paris, Germany and Rome failed.", &["FR", "IT"]),
        ("He flew to Tbilisi, Georgia, and wept.", &["GE"]),
        ("He was born in Hull.", &["GB"]),
    ] {
        assert_eq!(countries(text), expected, "{text}");
    }
}

#[test]
fn results_and_leagues_name_clubs() {
    check(
        "Results of matches on Saturday:\n[Norwich|ORG] 1 [Orrell|ORG] 0\n[Sale|ORG] 31 [West Hartlepool|ORG] 20\n\
         Postponed: [Reading|ORG] v [Barnsley|ORG]",
    );
    check("Results of matches on Saturday:\n[Brazil|PLACE] 1 [Peru|PLACE] 0\n[Ghana|PLACE] 3 [Mali|PLACE] 2");
    check("The sides [CFC 1|ORG] and [CFC 2|ORG] won.");
}

#[test]
fn headlines_in_capitals_name_people_and_companies() {
    check("Drivers Sue [Cedar Motors|ORG] Over Brakes");
    check("[Novak|PERSON Petr Novak] Wins Vote\n\n[Petr Novak|PERSON] won the vote on Monday by a hair.");
    check("HOSPITAL CHIEF [NADIA FLOOD|PERSON] QUIT ON TUESDAY AFTER A ROW OVER PAY.");
    check("Big Banks Cut Rates Again Today");
}

#[test]
fn a_role_to_come_tells_the_gender() {
    let document = read("Talks with chairwoman-elect Iri Marchenko went on.");
    let iri = document.layers.entities.iter().find(|entity| entity.label == Label::Person).unwrap();
    assert_eq!(iri.gender, Some(Gender::Female));
}

#[test]
fn other_names_beside_one_may_stand_on_the_next_line() {
    check(
        "In the spring a lawyer of the [Committee to Defend Observers|ORG]\n([CDO|ORG Committee to Defend Observers]) \
         wrote to the council of the town and said that\nit would sue, and that the [CDO|ORG Committee to Defend \
         Observers] had been heard by\nnobody so far.",
    );
}

#[test]
fn a_party_is_no_group_of_the_same_word() {
    let document = read("The Green Party sued. A maker of pots, the Green Group, was the one it had sued.");
    assert_eq!(document.layers.entities.len(), 2);
}

#[test]
fn rows_of_signs_and_capitals_are_read_in_linear_time() {
    for piece in ["!", "! ", "a.", "A.", "KENYAN ", "Ben ", "said Mr. Ben Ben ", "Lytton Strike\n", "(Kim) "]
    {
        read(&piece.repeat(100_000));
    }
}

#[test]
fn every_mention_says_why() {
    let document = read("Mr. Adeyemi told the Lagos Port Authority.");
    let rules: Vec<_> = document.layers.mentions.iter().map(|mention| mention.why.rule.name()).collect();
    assert_eq!(rules, ["honorific", "organisation word"]);
    assert_eq!(document.words(document.layers.mentions[0].why.evidence[0]), "Mr.");
}

proptest! {
    #[test]
    fn any_text_at_all_is_read(text in "(\\PC|[A-Z][a-z]{1,6} |of |the |and |al-|’s |'|-|\\(|\\)|,|\\.|\n|U\\.S\\. |Mr\\. |President ){0,60}") {
        let document = read(&text);
        prop_assert_eq!(document.check_invariants(), Ok(()));
    }
}
