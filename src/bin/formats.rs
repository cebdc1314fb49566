//! Formats in the browser: writes what the page asks for, and reads files for it.
//!
//! The page starts this file as a module worker when somebody wants a format, asks one question in the messages of
//! [`galley::exchange`], and ends it.

#[cfg(target_arch = "wasm32")]
mod answering;

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::answering;
    use galley::exchange::{Answer, answer, message};
    use galley::protocol::VERSION;
    use jiff::civil::DateTime;

    /// Listens, then says that it is ready.
    pub fn start() {
        let page = answering::listen(|page, bytes| page.post(&answer(bytes, now())));
        page.post(&message(&Answer::Ready(VERSION.to_owned()), &[]));
    }

    /// The day and the time by the reader's own clock.
    fn now() -> Option<DateTime> {
        let now = js_sys::Date::new_0();
        let small = |number: u32| i8::try_from(number).ok();
        let year = i16::try_from(now.get_full_year()).ok()?;
        let (month, day) = (small(now.get_month() + 1)?, small(now.get_date())?);
        DateTime::new(year, month, day, small(now.get_hours())?, small(now.get_minutes())?, 0, 0).ok()
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::start();
}
