//! E-mails: the subject as headline, and the message, as a page where the mail has one.

use super::element::element;
use mail_parser::MessageParser;

/// Lines of a mail's head that only programs write.
const PROGRAMS: [&str; 5] = ["mime-version:", "content-type:", "received:", "message-id:", "return-path:"];

/// The most parts of a mail: parts that stand in one another cost stack.
const MOST_PARTS: usize = 500;
/// The most lines of its heads and names in them: each may have a colon before it or a comma.
const MOST_FIELDS: usize = 600_000;

pub(super) fn page(bytes: &[u8]) -> Result<Option<String>, String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]).to_ascii_lowercase();
    if !head
        .lines()
        .take_while(|line| !line.is_empty())
        .any(|line| PROGRAMS.iter().any(|name| line.starts_with(name)))
    {
        return Ok(None);
    }
    if parts(bytes) > MOST_PARTS || fields(bytes) > MOST_FIELDS {
        return Err("this e-mail has more parts than any article".into());
    }
    let Some(message) = MessageParser::default().parse(bytes) else { return Ok(None) };
    let mut page = String::new();
    element(&mut page, "h1", message.subject().unwrap_or_default());
    match (message.text_bodies().next(), message.html_bodies().next()) {
        // A mail of plain text is made into a page by the library as well; its own lines say more.
        (Some(text), _) if text.is_text() && !text.is_text_html() => {
            let text = text.text_contents().unwrap_or_default().replace("\r\n", "\n");
            text.split("\n\n").for_each(|paragraph| element(&mut page, "p", paragraph));
        }
        (_, Some(html)) => page.push_str(html.text_contents().unwrap_or_default()),
        _ => {}
    }
    Ok(Some(page))
}

/// How many lines and names a mail's heads may have.
fn fields(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(byte, b':' | b',')).count()
}

/// How many parts a mail may have: each has a line that tells its kind.
fn parts(bytes: &[u8]) -> usize {
    const KIND: &[u8] = b"content-type";
    bytes.windows(KIND.len()).filter(|window| window.eq_ignore_ascii_case(KIND)).count()
}
