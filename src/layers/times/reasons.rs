//! Why a time has its value: what it was counted from.

use crate::document::meaning::{At, Base, Lean, Meaning, When, YearOf};
use crate::document::reason::{Reason, Rule};
use crate::document::times::{Anchor, Time};
use crate::text::TextRange;

/// The rule that gave a time its value, and the words relied on: the word that leads the way
/// ("will", "last") or the date counted from, then the anchor's own words where it has any.
pub fn why(time: &Time, anchor: Option<Anchor>, counted_from: Option<TextRange>) -> Reason {
    let (rule, cue) = match &time.meaning {
        Meaning::At(at) | Meaning::Through(at, _) => (rule(at), at.cue),
        Meaning::Lasting(_) => (Rule::StatedPeriod, None),
        Meaning::Every(_) => (Rule::RepeatedTime, None),
        Meaning::Vague(_) => (Rule::VagueTime, None),
    };
    let rule = match rule {
        Rule::CountedFromDate if counted_from.is_none() => Rule::RelativeTime,
        Rule::WeekdayAfter if cue.is_none() => Rule::RelativeTime,
        rule => rule,
    };
    if time.value.is_none() && is_anchored(rule) {
        return Reason::new(Rule::NoAnchor, []);
    }
    let from = if rule == Rule::CountedFromDate { counted_from } else { cue };
    let anchor = anchor.and_then(|anchor| anchor.range).filter(|_| is_anchored(rule));
    let mut evidence: Vec<TextRange> = from.into_iter().collect();
    evidence.extend(anchor.filter(|_| rule != Rule::CountedFromDate));
    Reason::new(rule, evidence)
}

fn is_anchored(rule: Rule) -> bool {
    !matches!(
        rule,
        Rule::FullDate | Rule::StatedYear | Rule::StatedPeriod | Rule::RepeatedTime | Rule::VagueTime
    )
}

fn rule(at: &At) -> Rule {
    match at.when {
        When::Day { year: YearOf::Given(_), .. } => Rule::FullDate,
        When::NthWeekday { year: YearOf::Given(_), .. } => Rule::StatedYear,
        When::Month { year: YearOf::Given(_), .. }
        | When::Quarter { year: YearOf::Given(_), .. }
        | When::Half { year: YearOf::Given(_), .. }
        | When::Season { year: YearOf::Given(_), .. }
        | When::Holiday { year: YearOf::Given(_), .. }
        | When::Year(YearOf::Given(_))
        | When::Decade(_)
        | When::Century(_) => Rule::StatedYear,
        When::Weekday(_) if matches!(at.lean, Lean::Future | Lean::Next | Lean::This) => Rule::WeekdayAfter,
        When::Weekday(_) => Rule::WeekdayBefore,
        When::Shift { from: Base::Mentioned, .. } => Rule::CountedFromDate,
        When::Shift { .. }
        | When::WeekdayOfWeek { .. }
        | When::DayOfMonth(_)
        | When::DayOfOtherMonth { .. }
        | When::NthWeekdayOfOtherMonth { .. }
        | When::WeekdayAndDay { .. } => Rule::RelativeTime,
        When::ThatDay => Rule::ClockTime,
        _ => Rule::DateOfAnchor,
    }
}
