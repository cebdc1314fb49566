// Draws a model: every character of the text once, marks around their words, notes beside quotations. Marks may nest and
// cross; of two that cross, the one that begins later is drawn in two pieces.

const DEEPEST = 48;

const NAMES = {
  people: "People", organisations: "Organisations", places: "Places", groups: "Groups", others: "Other names",
  quotations: "Quotations", attitudes: "Attitudes", terms: "Terms in quotes", times: "Times", amounts: "Amounts", dateline: "Dateline",
};

export function draw(body, { text, paragraphs, marks }, onMark) {
  const article = element("article", "proof", { part: "text", "aria-label": "Annotated article" });
  const told = element("p", "told", { part: "told", "aria-hidden": "true" });
  marks.sort((one, two) => one.start - two.start || two.end - one.end);
  let [at, next] = [0, 0];
  for (const { start, end, part } of paragraphs) {
    article.append(text.slice(at, start).join(""));
    const inside = [];
    while (next < marks.length && marks[next].start < start) next += 1;
    for (; next < marks.length && marks[next].start < end; next += 1) inside.push({ ...marks[next], end: Math.min(marks[next].end, end), mark: marks[next] });
    article.append(paragraph(text, start, end, part, inside));
    at = end;
  }
  article.append(text.slice(at).join(""));
  body.replaceChildren(legend(marks), article, told);
  walk(article, told, onMark);
}

function element(name, classes, attributes = {}) {
  const made = document.createElement(name);
  made.className = classes;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function paragraph(text, start, end, part, marks) {
  const made = element(part === "headline" ? "h2" : part === "subheading" ? "h3" : "p", part, { dir: "auto" });
  if (part !== "body" && part !== "headline" && part !== "subheading") made.dataset.part = part;
  fill(made, text, start, end, marks, 0);
  return made;
}

// Writes the words from one place to another into an element, with the marks that begin there, in order.
function fill(parent, text, from, to, marks, depth) {
  let at = from;
  const queue = marks;
  for (let next = 0; next < queue.length; next += 1) {
    const piece = queue[next];
    const inside = [];
    const rest = [];
    while (next + 1 < queue.length && queue[next + 1].start < piece.end) {
      const other = queue[(next += 1)];
      inside.push({ ...other, end: Math.min(other.end, piece.end) });
      if (other.end > piece.end) rest.push({ ...other, start: piece.end, isRest: true });
    }
    parent.append(text.slice(at, piece.start).join(""));
    if (piece.note && !piece.isRest) parent.append(note(piece));
    const drawn = mark(piece, inside.length > 0 ? "" : text.slice(piece.start, piece.end).join(""));
    parent.append(drawn);
    fill(drawn, text, piece.start, piece.end, depth < DEEPEST ? inside : [], depth + 1);
    at = piece.end;
    if (rest.length) merge(queue, next + 1, rest);
  }
  parent.append(text.slice(at, to).join(""));
}

// Puts what is left of cut marks before those that begin later; of those that begin there the longest first.
function merge(queue, at, rest) {
  let end = at;
  while (end < queue.length && queue[end].start === rest[0].start) end += 1;
  const together = [...rest, ...queue.slice(at, end)].sort((one, two) => two.end - one.end);
  queue.splice(at, end - at, ...together);
}

// A mark that holds no other is announced as one thing, so its words are in its name.
function mark(piece, alone) {
  const classes = [piece.layer, piece.classes, piece.isRest && "rest"].filter(Boolean).join(" ");
  const made = element("mark", classes, { part: `mark ${piece.layer}` });
  if (piece.isRest) return made;
  made.setAttribute("role", alone ? "button" : "group");
  made.setAttribute("aria-label", piece.label.startsWith(alone) ? piece.label : `${alone}, ${piece.label}`);
  made.tabIndex = -1;
  made.mark = piece.mark;
  return made;
}

// A note's words are painted, not written: what is copied out of the text is the article's alone.
function note({ note, layer, classes = "" }) {
  const kind = classes.includes("unattributed") ? "open" : layer === "dateline" ? "day" : "speaker";
  return element("span", `note ${kind}`, { "data-lead": note, "aria-hidden": "true", part: "note" });
}

function legend(marks) {
  const made = element("ul", "legend", { part: "legend", "aria-label": "Kinds of marks" });
  const there = new Set(marks.map(({ layer }) => layer));
  for (const [layer, name] of Object.entries(NAMES).filter(([layer]) => there.has(layer))) {
    const line = element("li", "");
    const sample = element("span", `sample ${layer}${layer === "quotations" ? " direct" : ""}`);
    sample.textContent = name;
    line.append(sample);
    made.append(line);
  }
  return made;
}

// One mark is in the way of Tab; arrows go on from it. What a mark says of itself stands below the text.
function walk(article, told, onMark) {
  const all = [...article.querySelectorAll("mark[aria-label]")];
  if (all[0]) all[0].tabIndex = 0;
  const of = (event) => event.target.closest?.("mark[aria-label]");
  const tell = (made) => (told.textContent = made ? made.getAttribute("aria-label") : "");
  article.addEventListener("focusin", (event) => {
    for (const other of article.querySelectorAll('mark[tabindex="0"]')) other.tabIndex = -1;
    of(event).tabIndex = 0;
    tell(of(event));
  });
  article.addEventListener("pointerover", (event) => of(event) && tell(of(event)));
  const choose = (made) => made && onMark(plain(made.mark));
  article.addEventListener("click", (event) => choose(of(event)));
  article.addEventListener("keydown", (event) => {
    const at = all.indexOf(of(event));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(all[at]);
    else if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    else all[Math.max(0, Math.min(to, all.length - 1))].focus();
    event.preventDefault();
  });
}

const plain = ({ layer, start, end, label }) => ({ layer, start, end, label });
