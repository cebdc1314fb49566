//! What was left out of a text, and how the person is told.

/// How many passages were left out because their author deleted or hid them, or wrote them as comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Tracked deletions.
    pub deleted: usize,
    /// Comments.
    pub comments: usize,
    /// What is hidden: by its style, or in an e-mail for previews alone.
    pub hidden: usize,
}

impl LeftOut {
    /// "3 deleted passages, 1 comment and 2 hidden passages were left out."; none where nothing was.
    pub fn sentence(self) -> Option<String> {
        let kinds =
            [(self.deleted, "deleted passage"), (self.comments, "comment"), (self.hidden, "hidden passage")];
        let told: Vec<String> = kinds.iter().filter(|(count, _)| *count > 0).map(counted).collect();
        let (last, others) = told.split_last()?;
        let list =
            if others.is_empty() { last.clone() } else { [&others.join(", "), " and ", last].concat() };
        let all = self.deleted + self.comments + self.hidden;
        Some([list.as_str(), if all == 1 { " was" } else { " were" }, " left out."].concat())
    }
}

fn counted(&(count, what): &(usize, &str)) -> String {
    [count.to_string().as_str(), " ", what, if count == 1 { "" } else { "s" }].concat()
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    #[test]
    fn what_was_left_out_is_told_in_a_sentence() {
        for (deleted, comments, hidden, sentence) in [
            (3, 1, 2, Some("3 deleted passages, 1 comment and 2 hidden passages were left out.")),
            (1, 0, 0, Some("1 deleted passage was left out.")),
            (0, 2, 1, Some("2 comments and 1 hidden passage were left out.")),
            (0, 0, 0, None),
        ] {
            assert_eq!(LeftOut { deleted, comments, hidden }.sentence().as_deref(), sentence);
        }
    }
}
