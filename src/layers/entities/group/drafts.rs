//! Entities while their names are still being gathered.

use super::super::name::Name;
use super::super::reading::{Reading, number};
use super::body;
use super::form::{Form, Home};
use super::person::{self, Person};
use crate::document::entities::Label;
use crate::resources::{Classes, QuickMap, QuickSet};
use std::cmp::Reverse;

/// No more drafts than these are asked whether a short name is theirs.
const MOST: usize = 64;

/// An entity in the making.
pub(super) struct Draft {
    pub label: Label,
    /// Which names, by their place in text order.
    pub names: Vec<usize>,
    /// The fullest name of a person.
    pub person: Person,
    /// "U.S. State Department", which stays what it is after "State Department".
    national: bool,
    pub male: Option<bool>,
    /// He or she, as most who bear the first name are.
    leans: Option<bool>,
    /// The first full name, and the last one before the name that is asked about.
    first: usize,
    last: Option<usize>,
    /// The draft that it turned out to be.
    same: Option<usize>,
}

#[derive(Default)]
pub(super) struct Drafts {
    pub list: Vec<Draft>,
    /// Names by their key; several where "Mr. Park" and "Ms. Park" are two.
    exact: QuickMap<u64, Vec<usize>>,
    /// What may stand for whom.
    short: QuickMap<u64, Vec<usize>>,
}

impl Drafts {
    /// Opens a draft for every full name, the fullest first, or finds the one that it is another name of.
    pub fn open_full(&mut self, reading: &Reading, forms: &mut [Form]) {
        let mut order: Vec<usize> = (0..forms.len()).filter(|&at| forms[at].full).collect();
        order.sort_by_key(|&at| (Reverse(forms[at].words.len()), at));
        for at in order {
            let form = &forms[at];
            let home = match (self.exact.get(&form.key).and_then(|drafts| drafts.last()), form.label) {
                (Some(&draft), _) => Home::Draft(draft),
                (None, Label::Person) => Home::Draft(self.person(reading, form)),
                (None, Label::Organisation) => self.body(reading, form),
                (None, _) => Home::Draft(self.open(reading, form)),
            };
            if let Home::Draft(draft) = home {
                self.note(reading, form, draft);
            }
            forms[at].home = home;
        }
    }

    /// Tells a full name’s draft and the form beside it that they are one.
    pub fn join(&mut self, full: &Form, other: &Form) -> Option<usize> {
        let Home::Draft(draft) = full.home else { return None };
        let draft = self.root(draft);
        if let Home::Draft(known) = other.home {
            let known = self.root(known);
            if known != draft {
                self.list[known].same = Some(draft);
            }
        }
        Some(draft)
    }

    /// The draft that a draft turned out to be.
    fn root(&self, mut draft: usize) -> usize {
        while let Some(same) = self.list[draft].same {
            draft = same;
        }
        draft
    }

    fn open(&mut self, reading: &Reading, form: &Form) -> usize {
        let (person, first) = (form.person.clone(), form.first);
        let land = Classes::COUNTRY.and(Classes::DEMONYM);
        let national = form.words.len() > 2 && reading.words.classes(&form.words[0]).has(land);
        let draft = Draft {
            label: form.label,
            names: Vec::new(),
            person,
            national,
            male: form.male,
            leans: form.leans,
            first,
            last: None,
            same: None,
        };
        self.list.push(draft);
        self.list.len() - 1
    }

    /// The draft of a person's full name: another spelling, part of a fuller name, or a new one.
    fn person(&mut self, reading: &Reading, form: &Form) -> usize {
        let surnames = form.person.asks_as_full();
        let same = surnames.iter().find_map(|(part, word)| {
            let drafts = self.short_for(form.label, *part as u8, word).iter().rev().take(8).copied();
            let mut fitting = drafts.filter(|&draft| is_gender(self.list[draft].male, form.male));
            fitting.find(|&draft| form.person.may_be(reading.words, &self.list[draft].person))
        });
        let several = || {
            let whole = form.person.words.join(" ");
            only(self.short_for(form.label, person::Part::Several as u8, &whole))
        };
        same.or_else(several).unwrap_or_else(|| self.open(reading, form))
    }

    /// The draft of an organisation's full name. A name that the tables know for itself is no part of a
    /// fuller one that comes later: "Apple … Apple Daily".
    fn body(&mut self, reading: &Reading, form: &Form) -> Home {
        // "Democratic Party" is no short name of "Democratic National Committee".
        if form.core.len() == 1 && form.words.len() > 1 {
            return Home::Draft(self.open(reading, form));
        }
        // Nor is "United Nations" one of its Security Council.
        let opens = !form.listed || form.core.len() == 1;
        let whole = form.core.join(" ");
        let fits = |draft: &usize| !form.listed || self.list[*draft].first < form.first;
        let ends = |draft: &usize| fits(draft) || (self.list[*draft].national && form.core.len() > 1);
        let head =
            only(self.short_for(form.label, body::Part::Head as u8, &whole)).filter(|_| opens).filter(fits);
        let tail = || only(self.short_for(form.label, body::Part::Tail as u8, &whole)).filter(ends);
        match (head, tail()) {
            (Some(draft), _) => Home::Draft(draft),
            (None, Some(draft)) => Home::Tail(draft),
            (None, None) => Home::Draft(self.open(reading, form)),
        }
    }

    /// Notes all that a full name says of its draft.
    fn note(&mut self, reading: &Reading, form: &Form, draft: usize) {
        let known = &mut self.list[draft];
        known.male = known.male.or(form.male);
        known.first = known.first.min(form.first);
        self.exact.entry(form.key).or_default().push(draft);
        let parts: Vec<(u8, String)> = match form.label {
            Label::Person => {
                form.person.parts(reading.words).into_iter().map(|(part, word)| (part as u8, word)).collect()
            }
            Label::Organisation if form.core.len() > 1 || form.words.len() > 1 => {
                body::parts(&form.words, &form.core)
                    .into_iter()
                    .map(|(part, word)| (part as u8, word))
                    .collect()
            }
            _ => Vec::new(),
        };
        for (part, word) in parts {
            let list = self.short.entry(short_key(form.label, part, &word)).or_default();
            if list.len() < MOST && !list.contains(&draft) {
                list.push(draft);
            }
        }
    }

    fn short_for(&self, label: Label, part: u8, word: &str) -> &[usize] {
        self.short.get(&short_key(label, part, word)).map_or(&[], Vec::as_slice)
    }

    /// Finds for every short name the full ones that it may be short for.
    pub fn find_short(&self, reading: &Reading, forms: &mut [Form]) {
        let alone = forms.iter().filter(|form| form.label == Label::Person && form.person.words.len() == 1);
        let alone: QuickSet<u64> = alone.map(|form| number(&form.person.words[0])).collect();
        for form in forms.iter_mut().filter(|form| matches!(form.home, Home::Open)) {
            form.home = match form.label {
                Label::Person => Home::Among(self.people(reading, form, &alone)),
                _ => self.bodies(form),
            };
        }
    }

    /// The people whom a surname or first name may mean.
    fn people(&self, reading: &Reading, form: &Form, alone: &QuickSet<u64>) -> Vec<usize> {
        use person::Part;
        let by = |part: Part, word: &str| self.short_for(form.label, part as u8, word);
        let earlier = |draft: &usize| self.list[*draft].first < form.first;
        let mut found: &[usize] = &[];
        for (part, word) in form.person.asks() {
            let list = by(part, &word);
            let spelled =
                |draft: &usize| form.person.is_surname_variant(reading.words, &self.list[*draft].person);
            let fits = match part {
                Part::Bones => only(list).is_some_and(|draft| spelled(&draft)),
                Part::Inner => only(list).is_some_and(|draft| earlier(&draft)),
                _ => !list.is_empty(),
            };
            // "Nawaz" of "Orsa Nawaz", who is called "Orsa", and of "Nawaz Belit".
            let first =
                part == Part::First && only(found).is_some_and(|draft| self.is_called_by_first(draft, alone));
            if fits && (found.is_empty() || first) {
                found = list;
            }
        }
        found.to_vec()
    }

    fn is_called_by_first(&self, draft: usize, alone: &QuickSet<u64>) -> bool {
        self.list[draft].person.words.first().is_some_and(|first| alone.contains(&number(first)))
    }

    /// The organisations whose name a word may be short for.
    fn bodies(&self, form: &Form) -> Home {
        use body::Part;
        let whole = form.words.join(" ");
        let by = |part: Part| self.short_for(form.label, part as u8, &whole);
        let earlier = |draft: &usize| self.list[*draft].first < form.first;
        let initials = by(Part::Initials);
        let heads = by(Part::Head);
        let listed = only(heads).filter(earlier);
        match only(by(Part::Tail)).filter(earlier) {
            _ if !initials.is_empty() => Home::Among(initials.to_vec()),
            _ if form.listed && listed.is_some() => Home::Among(heads.to_vec()),
            _ if !form.listed && !heads.is_empty() => Home::Among(heads.to_vec()),
            Some(draft) => Home::Tail(draft),
            None => Home::Among(Vec::new()),
        }
    }

    /// The draft of one name, which is noted there.
    pub fn home(&mut self, reading: &Reading, names: &[Name], at: usize, form: &Form) -> usize {
        let male = names[at].male;
        let draft = match &form.home {
            Home::Draft(draft) => Some(*draft),
            Home::Tail(draft) => Some(*draft).filter(|_| !is_anothers(reading, names, at)),
            Home::Among(drafts) => self.choose(drafts, at, male),
            Home::Open => None,
        };
        let draft = draft.unwrap_or_else(|| self.own(reading, form, male));
        let draft = self.root(draft);
        let chosen = &mut self.list[draft];
        chosen.names.push(at);
        chosen.male = chosen.male.or(male);
        if form.full {
            chosen.last = Some(at);
        }
        draft
    }

    /// Of several, one whose title or first name agrees, and who was named in full last; where nobody was
    /// yet, the one who is named first.
    fn choose(&self, drafts: &[usize], at: usize, male: Option<bool>) -> Option<usize> {
        let sex = |draft: &Draft| draft.male.or(draft.leans);
        let drafts = drafts.iter().map(|&draft| self.root(draft));
        let fitting = drafts.filter(|&draft| is_gender(sex(&self.list[draft]), male));
        fitting.max_by_key(|&draft| {
            let draft = &self.list[draft];
            let told = male.is_some() && sex(draft) == male;
            (draft.last.is_some(), told, draft.last, Reverse(draft.first.max(at)))
        })
    }

    /// A draft for a short name that nobody bears in full: one person for all mentions, or one for each of
    /// "Mr." and "Ms."
    fn own(&mut self, reading: &Reading, form: &Form, male: Option<bool>) -> usize {
        let known = self.exact.get(&form.key).into_iter().flatten().copied();
        let fitting = known.filter(|&draft| is_gender(self.list[draft].male, male));
        if let Some(draft) = fitting.max_by_key(|&draft| self.list[draft].names.last().copied()) {
            return draft;
        }
        let draft = self.open(reading, form);
        self.list[draft].male = male;
        self.exact.entry(form.key).or_default().push(draft);
        draft
    }
}

fn is_gender(one: Option<bool>, two: Option<bool>) -> bool {
    one.is_none() || two.is_none() || one == two
}

/// The one draft, where there is but one.
fn only(drafts: &[usize]) -> Option<usize> {
    match drafts {
        [draft] => Some(*draft),
        _ => None,
    }
}

/// Whether "’s" or a nationality before a name says whose it is: "Corvania’s Supreme Court".
fn is_anothers(reading: &Reading, names: &[Name], at: usize) -> bool {
    let range = names[at].range;
    let before = at.checked_sub(1).map(|before| &names[before]);
    let beside = |name: &&Name| reading.gap(name.range.end(), range.start()).as_deref() == Some(" ");
    let nation = before.filter(beside).is_some_and(|name| matches!(name.label, Label::Group | Label::Place));
    let text = reading.text.get(..range.start()).unwrap_or_default();
    let owner = text.trim_end();
    nation || (owner.len() < text.len() && ["’s", "'s", "s’", "s'"].iter().any(|end| owner.ends_with(end)))
}

/// A number for what may stand for a name of this kind.
fn short_key(label: Label, part: u8, word: &str) -> u64 {
    let kind = u64::from(part) << 8 | label as u64;
    number(word) ^ (kind + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
