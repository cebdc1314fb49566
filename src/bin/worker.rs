//! The engine in the browser: answers the page's requests.
fn main() {}
