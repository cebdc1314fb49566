//! The browser: the only code of the page that touches `web_sys`.

mod bars;
mod card;
mod copy;
mod countries;
mod dialogs;
mod events;
mod exchange;
mod focus;
mod handles;
mod highlights;
mod host;
mod html;
mod links;
mod marks;
mod moments;
mod own;
mod page;
mod paper;
mod paragraphs;
mod selected;
mod share;
mod small;
mod store;
mod update;
mod worker;

pub use bars::watch_bars;
pub use card::{focus_card, hide_card_focus, place_card};
pub use copy::{copied, copy_rich, put_copied, select_article, set_selecting};
pub use countries::in_words;
pub use dialogs::{close_dialogs, is_dialog_open, is_shown, show_dialog};
pub use events::{
    Drag, Key, Pasted, ReadError, attribute_under, came_by_keyboard, drag_of, file_of_input, files_of_input,
    is_fields_key, is_in_word_field, is_on_button, key_of, line_under, mark_under, on_document, on_window,
    own_drag, pasted, read_dropped,
};
pub use exchange::{Parts, copy_text, copy_when_it_comes, download, paste_from_clipboard};
pub use focus::{
    focus, focus_by_name, focus_into, focus_next_line, focus_quietly, focus_rest_of_list, has_focus_in,
    keep_focus, set_only_stop, show_handle, walk,
};
pub use handles::{on_handles, place_handles};
pub use highlights::{Painted, clear_highlights, highlight};
pub use host::{
    Caret, Typed, all_words, dropped, focus_draft, has_own_lines, is_composing, lay_draft, line_class,
    line_top, line_words, lines_near, on_draft, plain_words, replace_lines, select_in_draft, selection,
    set_copied, set_line, show_draft, show_line, typed,
};
pub use html::read_html;
pub use links::LinkPlace;
pub use marks::{
    Chosen, choose, focus_among_marks, focus_line, focus_mark, focused_line, focused_mark, give_focus_back,
    keep_mark, scroll_to_chunk, set_tab_stop, show_mark, show_option,
};
pub use moments::{after_paint, clock, on_scroll, stamp};
pub use own::{copy_own, forget_own, is_newest, new_id, own_copy};
pub use page::{
    clear_splash, click, has_selection, is_ledger_on_top, is_narrow, scroll_page, scrolled, set_title,
    show_ledger, unselect, with_keys_or_touch,
};
pub use paper::{fill, is_in_use, lay, name_long, near, set_height};
pub use paragraphs::{first_in_view, focus_fold, focused_fold, scroll_by, scroll_to, top};
pub use selected::{Spot, selected};
pub use share::{can_share, clear_fragment, fragment, here, share};
pub use small::{
    LABELS, NAMES, forget_place, forget_returning, is_cleared, is_returning, keep_last_document,
    keep_last_document_of_tab, keep_single_keys, last_documents, load_list, load_place, load_settings,
    on_list_changed, save_list, save_place, save_settings, set_look, set_returning, single_keys_act, today,
};
pub use store::{
    Found, Loaded, Saved, Slot, add_document, clear_all, copy_document, find_in_texts, hold, leave,
    list_documents, on_heard, open_document, parts_of, put_back, read_document, remove, room, save,
    save_line, when,
};
pub use update::{register_offline, use_new_version};
pub use worker::{Engine, Heard, Process};
