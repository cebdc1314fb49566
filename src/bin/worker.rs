//! The engine in the browser: answers the page's requests.
//!
//! The page starts this file as a module worker, hands it the compiled engine, and
//! then talks in the messages of [`galley::protocol`].

#[cfg(target_arch = "wasm32")]
mod browser {
    use galley::annotate::{annotate, annotate_with};
    use galley::checks::findings;
    use galley::document::article::Article;

    use galley::protocol::{Reply, Request, VERSION, decode, encode, parts};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Listens, then says that the engine is ready.
    pub fn start() {
        console_error_panic_hook::set_once();
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answering = scope.clone();
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Ok(bytes) = event.data().dyn_into::<js_sys::Uint8Array>() {
                answer(&answering, &bytes.to_vec());
            }
        });
        scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        listen.forget();
        post(&scope, &Reply::Ready { version: VERSION.to_owned() });
        warm_up();
    }

    /// Reads one sentence that asks for every table, so that the first paste finds them built.
    fn warm_up() {
        const SENTENCE: &str =
            "LONDON, March 3 (Reuters) - “We sold 3 percent for $5 million,” Ann Dow said on Friday.";
        annotate(Article::plain(SENTENCE.to_owned()));
    }

    fn answer(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
        let Some(Request { revision, article, names }) = decode(bytes) else {
            return post(scope, &Reply::Unreadable);
        };
        post(scope, &Reply::Started { revision });
        let document = annotate_with(article, &names);
        let findings = findings(&document);
        let mut parts = parts::cut(document.layers);
        let last = parts.pop().unwrap_or_default();
        for layers in parts {
            post(scope, &Reply::Part { revision, layers });
        }
        post(scope, &Reply::Done { revision, layers: last, findings });
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

    /// Hands the bytes over without copying them.
    fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
        let bytes = js_sys::Uint8Array::from(encode(reply).as_slice());
        let handed_over = js_sys::Array::of1(&bytes.buffer());
        // Only values that cannot be copied are refused; bytes can.
        let _ = scope.post_message_with_transfer(&bytes, &handed_over);
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::start();
}
