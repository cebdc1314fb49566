//! Text that has to fit.

/// The first characters, whole ones, that fit into so many UTF-16 units.
pub(super) fn within(characters: impl Iterator<Item = char>, mut room: usize) -> String {
    let fits = characters.take_while(|c| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    });
    fits.collect()
}
