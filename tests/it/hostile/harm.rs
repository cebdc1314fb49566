//! Files that mean harm, as large as it takes to reach what limits them.

use super::files::zipped;

/// What a file is, how it is made, and what is told of it or read in it.
pub type Harm = (&'static str, fn() -> Vec<u8>, &'static str);

fn word(document: &[u8], comments: &[u8]) -> Vec<u8> {
    zipped(&[("word/document.xml", document), ("word/comments.xml", comments)])
}

fn odt(content: &str) -> Vec<u8> {
    let mime = b"application/vnd.oasis.opendocument.text";
    zipped(&[("mimetype", mime), ("content.xml", content.as_bytes())])
}

/// A mail of these parts.
fn mail(parts: impl Iterator<Item = String>, end: &str) -> Vec<u8> {
    let parts: String = parts.collect();
    ["MIME-Version: 1.0\r\n", &parts, end].concat().into_bytes()
}

fn part(number: usize) -> String {
    format!("Content-Type: multipart/mixed; boundary=b{number}\r\n\r\n--b{number}\r\n")
}

/// A list of JSON.
fn list(item: &str, count: usize) -> Vec<u8> {
    ["[", item, &[",", item].concat().repeat(count - 1), "]"].concat().into_bytes()
}

fn proof(marks: &str, count: usize) -> Vec<u8> {
    let page = "<!doctype html><h1>Proof by Galley</h1><div class=\"chunk\">";
    [page, &marks.repeat(count), "</div></article>"].concat().into_bytes()
}

/// Every one of them.
pub const HARM: &[Harm] = &[
    ("a part of 44 MB", || word(&vec![b' '; 44 << 20], b""), "more than 40 MB"),
    ("two parts of 25 MB", || word(&vec![b' '; 25 << 20], &vec![b' '; 25 << 20]), "more than 40 MB"),
    ("as many paragraphs", || word("<w:p/>".repeat(510_000).as_bytes(), b""), "more lines"),
    (
        "as many comments",
        || {
            let range = |id| {
                format!("<w:commentRangeStart w:id='{id}'/><w:t>a</w:t><w:commentRangeEnd w:id='{id}'/>")
            };
            let text = |id| format!("<w:comment w:id='{id}'><w:t>Term</w:t></w:comment>");
            let ranges: String = (0..60_000).map(range).collect();
            word(ranges.as_bytes(), (0..60_000).map(text).collect::<String>().as_bytes())
        },
        "aaaa",
    ),
    (
        "entities that grow",
        || {
            let grown = |n: usize| format!("<!ENTITY e{n} \"&e{0};&e{0};\">", n - 1);
            let declared: String = (1..30).map(grown).collect();
            word(format!("<!DOCTYPE a [<!ENTITY e0 \"ha\">{declared}]><w:t>&e29;</w:t>").as_bytes(), b"")
        },
        "declares entities",
    ),
    (
        "an entity from elsewhere",
        || odt("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><text:p>&e;</text:p>"),
        "declares entities",
    ),
    ("elements in one another", || odt(&"<text:p>".repeat(1_000_000)), "nested deeper"),
    (
        "blanks without end",
        || odt(&"<text:p><text:s text:c=\"999999999\"/>x</text:p>".repeat(25_000)),
        "larger than 10 MB",
    ),
    (
        "so many files",
        || {
            let names: Vec<String> = (0..2_100).map(|number| format!("{number}.ann")).collect();
            zipped(&names.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>())
        },
        "holds 2100 files",
    ),
    (
        "names of other folders",
        || {
            let text = b"Ada left.";
            zipped(&[("../../../etc/passwd", b"root"), ("../a.ann", b"T1\tPER 0 3\tAda"), ("../a.txt", text)])
        },
        "Ada left.",
    ),
    (
        "a zip in a zip in a zip",
        || (0..50).fold(b"Ada".to_vec(), |file, _| zipped(&[("word/document.xml", &file)])),
        "not in UTF-8",
    ),
    ("lists in one another", || b"[".repeat(40 << 20), "recursion"),
    ("more than 40 MB", || list("0", 20 << 20), "larger than 40 MB"),
    ("so many numbers", || list("0", 2_000_000), "more values"),
    ("so many objects", || list("{\"\":0}", 1_000_000), "more values"),
    ("so many lists", || list("[]", 2_000_000), "more values"),
    (
        "so many keys",
        || {
            let keys: Vec<String> = (0..1_400_000).map(|key| format!("\"{key}\":0")).collect();
            ["{", &keys.join(","), "}"].concat().into_bytes()
        },
        "more values",
    ),
    (
        "so many marks",
        || [b"{\"text\":\"Ada\",\"label\":".to_vec(), list("[0,1,\"PER\"]", 600_000), b"}".to_vec()].concat(),
        "more values",
    ),
    (
        "marks in one another",
        || proof("<mark class=\"people\" id=\"m0\" title=\"a\">", 100_000),
        "its marks do not end",
    ),
    (
        "so many marks of a proof",
        || proof("<mark class=\"terms\" id=\"m0\" title=\"a\">a</mark>", 100_000),
        "aaaa",
    ),
    ("groups in one another", || [b"{\\rtf1".to_vec(), b"{".repeat(1 << 20)].concat(), "nested deeper"),
    (
        "20 MB of RTF",
        || [b"{\\rtf1 ".to_vec(), [b"a".repeat(5_000), b"\\par ".to_vec()].concat().repeat(4_300)].concat(),
        "larger than 10 MB",
    ),
    (
        "mails in one another",
        || mail(std::iter::repeat_n("Content-Type: message/rfc822\r\n\r\n".into(), 100_000), ""),
        "more parts",
    ),
    (
        "mails in one another, as many as may be",
        || mail(std::iter::repeat_n("Content-Type: message/rfc822\r\n\r\n".into(), 500), "Ada left."),
        "",
    ),
    ("parts in one another", || mail((0..1_000).map(part), ""), "more parts"),
    ("parts that never end", || mail((0..500).map(part), &"\r\n--".repeat(9 << 20)), ""),
    ("a head without end", || mail(std::iter::repeat_n("a: b\r\n".into(), 310_000), ""), "more parts"),
    (
        "addresses without end",
        || mail(std::iter::once(["To: ", &"a@b.c,".repeat(6_000_000), "\r\n\r\n"].concat()), "Ada left."),
        "<p>Ada left.</p>",
    ),
    (
        "21 MB of a mail",
        || mail(std::iter::once("\r\n".into()), &[&"Ada left. ".repeat(100), "\n\n"].concat().repeat(21_000)),
        "larger than 10 MB",
    ),
];
