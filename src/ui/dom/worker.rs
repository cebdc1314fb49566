//! The worker as a process: loaded once, started as often as needed.

use super::page::{meta, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Response, Url, Worker, WorkerOptions, WorkerType};

/// Waits for the compiled engine and starts it; appended to the worker's own code. As long as the worker
/// lives it holds a lock, which the browser takes from it when it dies, even at work.
const STARTER: &str = r#"
self.onmessage = ({ data: [engine, lock] }) => {
  self.onmessage = null;
  const start = () => {
    postMessage(lock);
    return __wbg_init({ module_or_path: engine }).catch((error) => { setTimeout(() => { throw error; }); });
  };
  if (navigator.locks) navigator.locks.request(lock, () => start().then(() => new Promise(() => {}))).catch(start);
  else start();
};
"#;

#[wasm_bindgen]
extern "C" {
    /// The call throws where the browser has no locks.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, held: &js_sys::Function) -> Result<js_sys::Promise, JsValue>;
}

/// The worker's code and the compiled engine: all that starting one needs, no network.
#[derive(Clone)]
pub struct Engine {
    address: String,
    module: JsValue,
}

impl Engine {
    /// Fetches the worker's two files, which two `<meta>` of the page name, and compiles the engine.
    pub async fn load(script: &str, engine: &str) -> Result<Engine, JsValue> {
        let (script, engine) = (fetch(script), fetch(engine));
        let (script, engine) = (answer(script).await, answer(engine).await);
        let (script, engine) = (script?, engine?);
        let script = JsFuture::from(script.text()?).await?.as_string().unwrap_or_default();
        let bytes = JsFuture::from(engine.array_buffer()?).await?;
        let module = JsFuture::from(js_sys::WebAssembly::compile(&bytes)).await?;
        Ok(Engine { address: blob_address(&(script + STARTER))?, module })
    }

    /// Starts a worker. `hear` is called with what it says and with what becomes of it.
    pub fn start(&self, hear: Rc<dyn Fn(Heard)>) -> Result<Process, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&self.address, &options)?;
        let lock = ["galley-worker-", &super::own::new_id()].concat();
        let (on_message, on_error) = (Rc::clone(&hear), hear);
        let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match event
            .data()
            .dyn_into::<js_sys::Uint8Array>(
        ) {
            Ok(bytes) => on_message(Heard::Message(bytes.to_vec())),
            Err(lock) => {
                on_message(Heard::Alive);
                watch(&lock.as_string().unwrap_or_default(), Rc::clone(&on_message));
            }
        });
        let fail = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            on_error(Heard::Crash);
        });
        worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(fail.as_ref().unchecked_ref()));
        worker.post_message(&js_sys::Array::of2(&self.module, &lock.into()))?;
        Ok(Process { worker, _listeners: Rc::new(RefCell::new((listen, fail))) })
    }
}

/// What is heard of a worker.
pub enum Heard {
    /// It runs, and loads its engine.
    Alive,
    /// It says something.
    Message(Vec<u8>),
    /// It reports an error that it cannot go on after.
    Crash,
    /// It is gone without a word.
    Death,
}

/// Waits for the lock that a worker holds as long as it lives.
fn watch(lock: &str, hear: Rc<dyn Fn(Heard)>) {
    let gone = Closure::once_into_js(move || hear(Heard::Death));
    // Without locks a worker that died is missed when it does not answer.
    if let Ok(waiting) = request_lock(lock, gone.unchecked_ref()) {
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(waiting).await) });
    }
}

type Listeners = (Closure<dyn Fn(MessageEvent)>, Closure<dyn Fn(Event)>);

/// A running worker.
#[derive(Clone)]
pub struct Process {
    worker: Worker,
    /// Kept alive as long as the worker may call them.
    _listeners: Rc<RefCell<Listeners>>,
}

impl Process {
    /// Hands bytes to the worker.
    pub fn post(&self, bytes: &[u8]) {
        let bytes = js_sys::Uint8Array::from(bytes);
        let handed_over = js_sys::Array::of1(&bytes.buffer());
        // A worker that is gone takes messages silently; the page's watch notices.
        let _ = self.worker.post_message_with_transfer(&bytes, &handed_over);
    }

    /// Ends the worker at once.
    pub fn end(&self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Begins to fetch the file that a `<meta>` of the page names.
fn fetch(name: &str) -> JsFuture {
    // A promise that fails before anybody waits for it would be told as an error of the page.
    JsFuture::from(window().fetch_with_str(&meta(name)))
}

async fn answer(fetched: JsFuture) -> Result<Response, JsValue> {
    let response: Response = fetched.await?.dyn_into()?;
    if response.ok() { Ok(response) } else { Err(response.url().into()) }
}

fn blob_address(script: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&script.into()), &options)?;
    Url::create_object_url_with_blob(&blob)
}
