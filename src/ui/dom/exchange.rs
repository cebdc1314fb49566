//! What leaves and enters by the clipboard and as files.

use super::page::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands a file to the browser to keep.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    download_parts(name, mime, &js_sys::Array::of1(&js_sys::Uint8Array::from(bytes)))
}

/// A file that is put together part by part, outside of the page's own memory.
#[derive(Default)]
pub struct Parts(js_sys::Array);

impl Parts {
    /// Adds bytes to its end.
    pub fn push(&self, bytes: &[u8]) {
        self.0.push(&js_sys::Uint8Array::from(bytes));
    }

    /// Hands the file to the browser to keep.
    pub fn download(&self, name: &str) -> Result<(), JsValue> {
        download_parts(name, "application/octet-stream", &self.0)
    }
}

fn download_parts(name: &str, mime: &str, parts: &js_sys::Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let release = move || drop(Url::revoke_object_url(&address));
    leptos::prelude::set_timeout(release, std::time::Duration::from_secs(60));
    Ok(())
}

/// Puts text on the clipboard.
pub async fn copy_text(text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

fn blob(mime: &str, content: &JsValue) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_blob_sequence_and_options(&js_sys::Array::of1(content), &options)
}

/// Puts text on the clipboard that is still being made: browsers want to be asked while the click lasts. Give the text
/// to what this returns; `said` then hears whether it was taken.
pub fn copy_when_it_comes(said: impl FnOnce(bool) + 'static) -> Box<dyn FnOnce(&str)> {
    let mut give = None;
    let coming = js_sys::Promise::new(&mut |resolve, _| give = Some(resolve));
    let taken = clipboard().and_then(|clipboard| {
        let record = js_sys::Object::new();
        js_sys::Reflect::set(&record, &"text/plain".into(), &coming).ok()?;
        let item = web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&record).ok()?;
        Some(clipboard.write(&js_sys::Array::of1(&item)))
    });
    wasm_bindgen_futures::spawn_local(async move {
        said(match taken {
            Some(taken) => JsFuture::from(taken).await.is_ok(),
            None => false,
        });
    });
    Box::new(move |text| {
        if let (Some(give), Ok(blob)) = (give, blob("text/plain", &text.into())) {
            let _ = give.call1(&JsValue::NULL, &blob);
        }
    })
}

/// The clipboard's HTML and plain text, where the browser and the person allow it.
pub async fn paste_from_clipboard() -> Option<(String, String)> {
    let items = JsFuture::from(clipboard()?.read()).await.ok()?;
    let item: web_sys::ClipboardItem = js_sys::Array::from(&items).get(0).dyn_into().ok()?;
    let html = read_type(&item, "text/html").await.unwrap_or_default();
    let plain = read_type(&item, "text/plain").await.unwrap_or_default();
    Some((html, plain))
}

async fn read_type(item: &web_sys::ClipboardItem, mime: &str) -> Option<String> {
    let blob: Blob = JsFuture::from(item.get_type(mime)).await.ok()?.dyn_into().ok()?;
    JsFuture::from(blob.text()).await.ok()?.as_string()
}

/// Browsers leave the clipboard out where the page was not loaded over a safe connection.
fn clipboard() -> Option<web_sys::Clipboard> {
    let clipboard = window().navigator().clipboard();
    (!clipboard.is_undefined()).then_some(clipboard)
}
