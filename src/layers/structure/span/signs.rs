//! The signs by which a paragraph's place on the page is told: one table of names.

macro_rules! signs {
    ($(#[$about:meta])* $signs:ident: $($sign:ident, $name:literal;)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $signs { $(#[doc = $name] $sign,)* }

        impl $signs {
            /// Every sign, in the table's order.
            pub const ALL: &'static [$signs] = &[$($signs::$sign,)*];

            /// Its name in the table of weights.
            pub fn name(self) -> &'static str {
                match self { $($signs::$sign => $name,)* }
            }
        }
    };
}

signs! {
    /// A sign of a paragraph.
    Signal:
    // How long
    Word1, "1 word"; Words3, "2 to 3 words"; Words7, "4 to 7 words"; Words11, "8 to 11 words";
    Words19, "12 to 19 words"; Words39, "20 to 39 words"; Words40, "40 words and more";
    // What shape
    Prose, "prose"; Short, "short"; Row, "row"; Item, "item"; Stamp, "stamp"; Byline, "byline"; RuleOff, "rule";
    Full, "full sentence"; BriefSentence, "brief sentence"; Ellipsis, "ellipsis"; Asks, "question";
    Exclaims, "exclamation"; LeadsOn, "colon";
    Titled, "title case"; Small, "small letter"; Shouts, "capitals only"; Quoted, "quotation mark"; Figure, "number";
    Bracketed, "bracketed"; Strokes, "strokes";
    // What it says
    Furniture, "furniture phrase"; FurnitureWhole, "furniture whole"; Section, "section"; Signoff, "sign-off";
    Correction, "correction"; CaptionPhrase, "caption phrase"; CreditPhrase, "credit phrase";
    Contact, "contact"; Note, "author note"; Credited, "credited"; Shows, "picture"; Author, "author";
    Said, "said"; You, "you"; We, "we"; PageWord, "page word"; PageWords, "page words";
    // What the paste says
    Again, "repeated"; AgainNext, "repeated next"; AgainLast, "repeats the last"; InRun, "in run";
    AboveRun, "above run"; FarAboveRun, "far above run"; BelowRun, "below run"; FarBelowRun, "far below run";
    RunStarts, "run starts";
    Shared0, "shares nothing"; Shared20, "shares a little"; Shared40, "shares some"; Shared60, "shares much";
    Shared100, "shares most";
    DatedAbove3, "date just above"; DatedAbove12, "date near above"; SignedAbove3, "byline just above";
    SignedAbove12, "byline near above"; DatedBelow, "date near below"; SignedBelow, "byline near below";
    // What stands around
    First, "first"; FullAbove, "full sentence above"; FullBelow, "full sentence below";
    Full0, "no sentence near"; Full1, "one sentence near"; Full3, "two or three sentences near"; Full4, "sentences near";
    Shorts2, "few short lines near"; Shorts5, "short lines near"; Shorts8, "many short lines near";
    Between1, "between sentences"; Between2, "close between sentences"; Between4, "among sentences";
    NoneAround, "few sentences around"; Full10, "sentences around"; Full20, "many sentences around"; NoneBelow, "no sentence soon below";
    SectionAbove, "section above"; SectionNear, "section near above";
    SectionFar, "section far above"; Sections2, "sections above"; CommentsAbove, "comments above";
    StampAbove, "stamp above"; StampBelow, "stamp below";
    ProseAbove0, "no prose above"; ProseAbove10, "little prose above"; ProseAbove50, "less prose above";
    ProseAbove90, "more prose above"; ProseAbove99, "most prose above"; ProseBelow0, "no prose below";
    // Two signs at once
    Among7, "4 to 7 words without stop among sentences"; Among11, "8 to 11 words without stop among sentences";
    Among19, "12 words without stop among sentences"; TitledAmong, "title case among sentences";
    ShoutsAmong, "capitals only among sentences"; AsksAmong, "question among sentences";
    // What only pages say
    Twice, "says itself twice"; Slide, "slide"; BelowSlide, "below a slide"; FigureFirst, "number first";
    Chained, "chain of words"; Somebody, "somebody unnamed first";
    NextHolds, "next line says it too"; LastHolds, "last line says it too"; CreditBelow, "credit below";
    UnderSection, "no sentence since a section"; UnderSectionTitle, "title since a section"; DatedTitle, "title above a stamp";
    AgainAmong, "title seen before"; AltText, "title that the next line says"; Replies, "replies above";
    TeaserBox, "below a link in a box";
    // What the markup says
    Heading1, "h1"; Heading2, "h2"; Heading3, "h3 to h6"; HintItem, "list item"; HintRow, "table row";
    HintCaption, "figcaption"; Linked10, "some links"; Linked50, "half links"; Linked90, "links only";
    InNav, "nav"; InAside, "aside"; InHeader, "header"; InFooter, "footer"; InForm, "form"; InDialog, "dialog";
    InFigure, "figure"; InComments, "comments"; InRelated, "related"; InPromo, "promo"; InShare, "share";
    InMenu, "menu"; InArticle, "article"; InMain, "main"; AsAuthor, "author sign"; AsDate, "date sign";
    AsHeadline, "headline sign"; AsDeck, "deck sign"; AsCaption, "caption sign"; Hidden, "hidden"; Large, "large";
    SmallPrint, "small"; Bold, "bold"; Listed, "listed"; LaidOut, "layout"; Broken, "broken";
    InText, "box of text"; Inset, "box within"; Outer, "box outside";
}

signs! {
    /// What tells a headline besides the signs of its line: where it stands among its neighbours.
    Stand:
    Above0, "at the first sentence"; Below4, "below it"; Below12, "well below it"; Above1, "1 above"; Above2, "2 above";
    Above4, "3 to 4 above"; Above8, "5 to 8 above"; Above16, "9 to 16 above"; Above40, "17 to 40 above";
    AboveFar, "more than 40 above";
    BylineNext, "byline next"; BylineSoon, "byline soon"; BylineBelow, "byline well below";
    StampNext, "stamp next"; StampSoon, "stamp soon"; StampBelow, "stamp well below";
    SignedAbove, "byline or stamp just above";
    SharesMost, "shares most of all"; SharesNearly, "shares nearly most"; FirstH1, "first h1";
    Echoed, "another line ends in it"; Echoes, "ends in another line";
    SummaryNext, "summary next"; SentenceNext, "sentence next"; ShortNext, "short line next";
    TitleAbove1, "title above"; TitleAbove2, "title 2 above"; TitleBelow, "title below"; TitleAbove6, "title 3 to 6 above";
    SaidNext, "said in the next line";
    InAll2, "1 to 2 words in all"; InAll7, "4 to 7 words in all"; InAll16, "8 to 16 words in all";
    InAll25, "17 to 25 words in all"; InAllMore, "more than 25 words in all";
}

/// The signs of one paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    bits: [u128; 2],
    pub(super) words: u8,
}

impl Signals {
    pub(super) fn set(&mut self, sign: Signal, stands: bool) {
        self.bits[sign as usize / 128] |= u128::from(stands) << (sign as usize % 128);
    }

    /// The words of full sentences that count.
    pub fn words(self) -> u8 {
        self.words
    }

    /// Whether a sign is among them.
    pub fn has(self, sign: Signal) -> bool {
        self.bits[sign as usize / 128] & (1 << (sign as usize % 128)) != 0
    }

    /// Each sign, in the table's order.
    pub fn each(self) -> impl Iterator<Item = Signal> {
        (0..2).flat_map(move |half| {
            let mut left = self.bits[half];
            std::iter::from_fn(move || {
                let at = (left != 0).then(|| half * 128 + left.trailing_zeros() as usize)?;
                left &= left.wrapping_sub(1);
                Signal::ALL.get(at).copied()
            })
        })
    }
}

/// Sets the one sign whose bound is the first that the number does not pass.
pub(super) fn bucket(signs: &mut Signals, number: usize, bounds: &[(usize, Signal)]) {
    if let Some((_, sign)) = bounds.iter().find(|(bound, _)| number <= *bound) {
        signs.set(*sign, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_markup_stand_in_the_order_of_their_bits() {
        let named = |at: usize| Signal::ALL[Signal::InNav as usize + at].name();
        assert_eq!(crate::document::hints::Signs::ALL.len() + Signal::InNav as usize, Signal::ALL.len());
        for (at, (word, sign)) in crate::document::hints::Signs::ALL.iter().enumerate() {
            assert_eq!(sign.0, 1 << at);
            let own = ["author", "date", "headline", "deck", "caption"].contains(word);
            let expected = match *word {
                "text" => "box of text".into(),
                "inset" => "box within".into(),
                "outer" => "box outside".into(),
                word if own => format!("{word} sign"),
                word => word.to_owned(),
            };
            assert_eq!(named(at), expected);
        }
    }
}
