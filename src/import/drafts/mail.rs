//! E-mails: the subject as headline, and the message, as a page where the mail has one.

use super::element::element;
use mail_parser::MessageParser;

/// Lines of a mail's head that only programs write.
const PROGRAMS: [&str; 5] = ["mime-version:", "content-type:", "received:", "message-id:", "return-path:"];

pub(super) fn page(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]).to_ascii_lowercase();
    if !head
        .lines()
        .take_while(|line| !line.is_empty())
        .any(|line| PROGRAMS.iter().any(|name| line.starts_with(name)))
    {
        return None;
    }
    let message = MessageParser::default().parse(bytes)?;
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
    Some(page)
}
