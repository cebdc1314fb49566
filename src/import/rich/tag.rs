//! An element as a parser of HTML gives it.

/// An element's name and those of its attributes that say something to Galley.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    attributes: Vec<(&'static str, String)>,
}

impl Tag {
    /// The attributes that are asked about; parsers need not give others.
    pub const ASKED: [&'static str; 13] = [
        "class",
        "id",
        "role",
        "style",
        "href",
        "hidden",
        "aria-hidden",
        "itemprop",
        "rel",
        "datetime",
        "content",
        "title",
        "cite",
    ];

    /// An element of this name.
    pub fn new(name: impl Into<String>) -> Self {
        Tag { name: name.into(), attributes: Vec::new() }
    }

    /// Whether an attribute of this name is asked about.
    pub fn asks(attribute: &str) -> bool {
        Tag::ASKED.contains(&attribute)
    }

    /// Takes an attribute, if it is one of those asked about.
    pub fn set(&mut self, attribute: &str, value: impl Into<String>) {
        if let Some(asked) = Tag::ASKED.iter().find(|asked| **asked == attribute) {
            self.attributes.push((asked, value.into()));
        }
    }

    /// An attribute's value.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| value.as_str())
    }

    /// Whether this word, in any case, is one of its class.
    pub fn is_of_class(&self, word: &str) -> bool {
        self.get("class")
            .is_some_and(|class| class.split_whitespace().any(|one| one.eq_ignore_ascii_case(word)))
    }

    /// Whether an attribute is there, with a value or without.
    pub fn has(&self, attribute: &str) -> bool {
        self.get(attribute).is_some()
    }
}
