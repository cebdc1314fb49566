//! Engine and formats for programs in JavaScript: `galley::api` over the border. `cargo xtask npm` makes the package.

#[cfg(target_arch = "wasm32")]
mod border {
    use galley::api::{self, Imported};
    use galley::export::json::whole;
    use js_sys::{ArrayBuffer, Error, Uint8Array};
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_wasm_bindgen::{Deserializer, Serializer};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(typescript_custom_section)]
    const TYPES: &str = "import type { AnnotateOptions, ExportOptions, Exported, Format, GalleyDocument, Imported } from \"./types.js\";";

    /// Marks an article: who is named, who said what, and when. The document is Galley's JSON.
    #[wasm_bindgen(unchecked_return_type = "GalleyDocument")]
    pub fn annotate(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AnnotateOptions")] options: &JsValue,
    ) -> Result<JsValue, Error> {
        let text = text.as_string().ok_or_else(|| Error::new("the article to annotate is not a string"))?;
        let options: api::AnnotateOptions = options_of(options)?;
        let document = api::annotate(&text, &options).map_err(error)?;
        given(&whole(&document, options.all))
    }

    /// Writes a document in a format: `text` or `bytes`, with a name, a media type, and what it cannot carry.
    #[wasm_bindgen(js_name = exportAs, unchecked_return_type = "Exported")]
    pub fn export_as(
        #[wasm_bindgen(unchecked_param_type = "GalleyDocument")] document: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Format[\"id\"]")] format: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: &JsValue,
    ) -> Result<JsValue, Error> {
        let format =
            format.as_string().ok_or_else(|| Error::new("the name of the format is not a string"))?;
        let document = api::value(Deserializer::from(document.clone()))
            .map_err(|why| error(format!("this is no document of Galley’s: {why}")))?;
        given(&api::export_as(&document, &format, &options_of(options)?).map_err(error)?)
    }

    /// Reads a file that is annotated already, in the format named or in the one that it looks like.
    #[wasm_bindgen(js_name = importFrom, unchecked_return_type = "Imported")]
    pub fn import_from(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] file: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Format[\"id\"]")] format: &JsValue,
    ) -> Result<JsValue, Error> {
        let (bytes, format) = (bytes(file)?, format.as_string());
        let (reader, built) = api::import_from(&bytes, format.as_deref()).map_err(error)?;
        let document = whole(&built.document, true);
        given(&Imported { format: reader.id, document, losses: &built.losses })
    }

    /// The end of a link to words of the published article, which browsers scroll to: `#:~:text=…`.
    #[wasm_bindgen(js_name = textFragment)]
    pub fn text_fragment(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        start: usize,
        end: usize,
    ) -> Result<Option<String>, Error> {
        let text = text.as_string().ok_or_else(|| Error::new("the article is not a string"))?;
        Ok(api::text_fragment(&text, start, end))
    }

    /// Every format that is written, and which of them are read.
    #[wasm_bindgen(unchecked_return_type = "Format[]")]
    pub fn formats() -> Result<JsValue, Error> {
        given(&api::formats())
    }

    fn error(sentence: String) -> Error {
        Error::new(&sentence)
    }

    fn options_of<T: DeserializeOwned + Default>(options: &JsValue) -> Result<T, Error> {
        if options.is_undefined() || options.is_null() {
            return Ok(T::default());
        }
        let read = serde_wasm_bindgen::from_value(options.clone());
        read.map_err(|why| error(format!("these options cannot be used: {why}")))
    }

    /// A value as plain objects, with null where there is nothing.
    fn given<T: Serialize>(value: &T) -> Result<JsValue, Error> {
        value
            .serialize(&Serializer::json_compatible().serialize_bytes_as_arrays(false))
            .map_err(|why| error(why.to_string()))
    }

    fn bytes(file: &JsValue) -> Result<Vec<u8>, Error> {
        match file.as_string() {
            Some(text) => Ok(text.into_bytes()),
            None if file.is_instance_of::<ArrayBuffer>() => Ok(Uint8Array::new(file).to_vec()),
            None => file.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).ok_or_else(|| {
                Error::new("the file to read is neither a Uint8Array nor an ArrayBuffer nor a string")
            }),
        }
    }
}

fn main() {}
