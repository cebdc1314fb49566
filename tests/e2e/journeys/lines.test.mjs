// Marks over lines: text that something wrapped is set as the paragraphs it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, drop, marksOf, paste, visit, words } from "../page.mjs";
import { STORY } from "../articles.mjs";

// Breaks lines as mail does.
function wrapped(text, columns) {
  const wrap = (paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const line = lines.at(-1);
      if (line && line.length + 1 + word.length > columns) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines.join("\n");
  };
  return text.split("\n\n").map(wrap).join("\n\n");
}

const flat = (list) => list.map((words) => words.replace(/\s+/g, " "));

for (const columns of [58, 72, 76]) {
  test(`a story wrapped at ${columns} columns is set and marked as it was`, async (t) => {
    const { page } = await visit(t);
    await paste(page, { text: STORY });
    const [paragraphs, people, quotations] = [await words(page), await marksOf(page, "people"), await marksOf(page, "quotations")];
    await paste(page, { text: wrapped(STORY, columns) });
    assert.deepEqual(flat(await words(page)), paragraphs);
    assert.deepEqual(flat(await marksOf(page, "people")), people);
    assert.deepEqual(flat(await marksOf(page, "quotations")), quotations);
  });
}

test("verse, tables and code keep their lines", async (t) => {
  const { page } = await visit(t);
  for (const text of [
    "The ferry sleeps beside the quay,\nThe gulls are on the mast,\nAnd nobody will sail today,\nThe autumn came too fast.",
    "Harwick\t4,210\nTolby\t3,977\nSennet Bay\t1,204",
  ]) {
    await paste(page, { text });
    assert.deepEqual(await words(page), text.split("\n"));
  }
});

test("a quotation over lines that are meant is marked in each of them", async (t) => {
  const { page } = await visit(t);
  const html = "<p>Mayor Oona Whitlock said: “We want the boat,<br>and we want it on time,<br>and we want it now.”</p>";
  await bringing(page, () => drop(page, [{ name: "a.html", type: "text/html", text: html }]));
  const lines = await words(page);
  const marks = await marksOf(page, "quotations");
  if (lines.length > 1) assert.equal(marks.length, lines.length, `${marks} in ${lines}`);
  assert.match(flat([marks.join(" ")])[0], /We want the boat.*on time.*now/);
});
