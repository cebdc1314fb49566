// Drafts of other programs, dropped as they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, drop, notices, proof, visit, words } from "../page.mjs";

const RTF = String.raw`{\rtf1\ansi{\fonttbl{\f0 Times;}}\pard Ferry sails again\par
\'93We sail on Monday,\'94 said Ren\u233?e Roe, who {\deleted never }runs the harbour of Harwick.\par
The town council of Harwick paid for the boat.\par}`;

const MAIL = ["From: Ann <a@x.example>", "MIME-Version: 1.0", "Subject: Ferry sails again", "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable", "", "=E2=80=9CWe sail on Monday,=E2=80=9D said Renee Roe.", "", "The town council paid=",
  " for the boat.", ""].join("\r\n");

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
