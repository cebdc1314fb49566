//! The engine in the browser: answers the page's requests.
//!
//! The page starts this file as a module worker, hands it the compiled engine, and
//! then talks in the messages of [`galley::protocol`].

#[cfg(target_arch = "wasm32")]
mod answering;

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::answering::{self, Page};
    use galley::annotate::{annotate, annotate_with};
    use galley::checks::findings;
    use galley::document::article::Article;
    use galley::protocol::{Reply, Request, VERSION, decode, encode, parts};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Listens, then says that the engine is ready.
    pub fn start() {
        let page = answering::listen(answer);
        post(&page, &Reply::Ready { version: VERSION.to_owned() });
        warm_up();
    }

    /// Reads one sentence that asks for every table, so that the first paste finds them built.
    fn warm_up() {
        const SENTENCE: &str =
            "LONDON, March 3 (Reuters) - “We sold 3 percent for $5 million,” Ann Dow said on Friday.";
        annotate(Article::plain(SENTENCE.to_owned()));
    }

    fn answer(page: &Page, bytes: &[u8]) {
        let Some(Request { revision, article, names }) = decode(bytes) else {
            return post(page, &Reply::Unreadable);
        };
        post(page, &Reply::Started { revision });
        let document = annotate_with(article, &names);
        let findings = findings(&document);
        let mut parts = parts::cut(document.layers);
        let last = parts.pop().unwrap_or_default();
        for layers in parts {
            post(page, &Reply::Part { revision, layers });
        }
        post(page, &Reply::Done { revision, layers: last, findings });
    }

    /// One article to the bytes that the page gets for it: what the benchmark times, and what tests compare
    /// with the native engine's.
    #[wasm_bindgen]
    pub fn annotate_reply(text: String, published: Option<String>) -> Vec<u8> {
        let published = published.and_then(|day| galley::text::days::read(&day));
        let document = annotate(Article { published, ..Article::plain(text) });
        let findings = findings(&document);
        encode(&Reply::Done { revision: 0, layers: document.layers, findings })
    }

    fn post(page: &Page, reply: &Reply) {
        page.post(&encode(reply));
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::start();
}
