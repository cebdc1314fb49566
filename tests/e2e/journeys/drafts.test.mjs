// Drafts of other programs, dropped as they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "../crc.mjs";
import { bringing, drop, marksOf, notices, proof, visit, words } from "../page.mjs";

const RTF = String.raw`{\rtf1\ansi{\fonttbl{\f0 Times;}}\pard Ferry sails again\par
\'93We sail on Monday,\'94 said Ren\u233?e Roe, who {\deleted never }runs the harbour of Harwick.\par
The town council of Harwick paid for the boat.\par}`;

const MAIL = ["From: Ann <a@x.example>", "MIME-Version: 1.0", "Subject: Ferry sails again", "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable", "", "=E2=80=9CWe sail on Monday,=E2=80=9D said Renee Roe.", "", "The town council paid=",
  " for the boat.", ""].join("\r\n");

// A zip whose files are stored as they are.
function zip(files) {
  const parts = [], listed = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    [20, 0, 0, 0, 0].forEach((number, nth) => about.writeUInt16LE(number, nth * 2));
    [crc32(bytes), bytes.length, bytes.length].forEach((number, nth) => about.writeUInt32LE(number, 10 + nth * 4));
    about.writeUInt16LE(path.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    listed.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, where, path);
    parts.push(Buffer.from("PK\x03\x04"), about, path, bytes);
    at += 30 + path.length + bytes.length;
  }
  const list = Buffer.concat(listed), end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  for (const place of [8, 10]) end.writeUInt16LE(Object.keys(files).length, place);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return [...Buffer.concat([...parts, list, end])];
}

const READ = ["Ferry sails again", "“We 👍 sail on Monday,” said Renée Roe, who runs the harbour of Harwick.", "The town council of Harwick paid for the boat."];

const run = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;

const WORD = zip({
  "[Content_Types].xml": "<Types/>",
  "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run("Ferry sails again")}</w:p>
<w:p>${run("“We 👍 sail on ")}<w:ins>${run("Monday")}</w:ins>${run(",” said Renée Roe, who ")}<w:del><w:r><w:delText xml:space="preserve">Gideon Crane never </w:delText></w:r></w:del>${run("runs the harbour of Harwick.")}</w:p>
<w:p>${run(READ[2])}</w:p></w:body></w:document>`,
});

const OPEN_DOCUMENT = zip({
  mimetype: "application/vnd.oasis.opendocument.text",
  "content.xml": `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>Gideon Crane never </text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Ferry sails again</text:h>
<text:p>“We 👍 sail on <text:span>Monday</text:span>,” said Renée Roe, who <text:change text:change-id="c1"/>runs the harbour of Harwick.</text:p>
<text:p>${READ[2]}</text:p></office:text></office:body></office:document-content>`,
});

for (const [kind, name, bytes] of [["Word", "ferry.docx", WORD], ["OpenDocument", "ferry.odt", OPEN_DOCUMENT]]) {
  test(`${kind}: every word keeps its place, and what was deleted is never read`, async (t) => {
    const { page } = await visit(t);
    await bringing(page, () => drop(page, [{ name, type: "", bytes }]));
    await notices(page).getByText(new RegExp(`It was read from .*${kind}`)).waitFor();
    assert.deepEqual(await words(page), READ);
    // The marks lie on their words, behind what was deleted too.
    assert.deepEqual(await marksOf(page, "people"), ["Renée Roe"]);
    assert.deepEqual(await marksOf(page, "quotations"), ["“We 👍 sail on Monday,”", "said"]);
    const places = await marksOf(page, "places");
    assert.ok(places.length > 0 && places.every((words) => words === "Harwick"), places.join());
  });
}

test("RTF is read with its letters, and never what was deleted", async (t) => {
  const { page } = await visit(t);
  await bringing(page, () => drop(page, [{ name: "ferry.rtf", type: "application/rtf", text: RTF }]));
  await notices(page).getByText(/It was read from RTF/).waitFor();
  assert.deepEqual(await words(page), [
    "Ferry sails again",
    "“We sail on Monday,” said Renée Roe, who runs the harbour of Harwick.",
    "The town council of Harwick paid for the boat.",
  ]);
  await proof(page).locator("mark[data-layer=people]", { hasText: "Renée Roe" }).first().waitFor();
});

test("an e-mail is its subject and its message", async (t) => {
  const { page } = await visit(t);
  await bringing(page, () => drop(page, [{ name: "ferry.eml", type: "message/rfc822", text: MAIL }]));
  await notices(page).getByText(/It was read from an e-mail/).waitFor();
  assert.deepEqual(await words(page), [
    "Ferry sails again", "“We sail on Monday,” said Renee Roe.", "The town council paid for the boat.",
  ]);
});
