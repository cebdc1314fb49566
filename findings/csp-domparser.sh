#!/usr/bin/env bash
# Chromium 156 (Debian's `chromium`), driven by playwright-core 1.65.1.
# Good guess: DOMParser makes an inert document: it loads nothing, runs nothing, applies no style, so the page's
# Content-Security-Policy has nothing to say about what is parsed, and the console stays clean.
# Behaviour: the parsed document inherits the policy of the page that parses. Under `style-src 'self'` every inline
# `style` attribute is reported in the page's console as a violation, twice, and every <style> once, though nothing
# would ever have been applied. Parsing by `innerHTML` into a template element is not quiet either: it reports the
# attribute once (and no <style>). Whoever parses pasted HTML under a policy has to rename `style` attributes in the
# text before the browser parses it.
# Seen: DOMParser 3 errors for one attribute and one element; template 1 error.
set -euo pipefail
browser=$(command -v chromium || command -v chromium-browser || true)
[ -n "$browser" ] || { echo "needs Debian's package chromium"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1 >/dev/null
cat > seen.mjs <<'JS'
import { createServer } from "node:http";
import { chromium } from "playwright-core";
const page = `<!doctype html><title>x</title><script src="/s.js"></script>`;
const script = `
  const text = '<p style="color:red">One</p><style>p { color: blue }</style>';
  window.parse = () => new DOMParser().parseFromString(text, "text/html").body.textContent.length;
  window.template = () => { const t = document.createElement("template"); t.innerHTML = text; return t.content.textContent.length; };`;
const server = createServer((request, response) => {
  const js = request.url === "/s.js";
  response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'");
  response.setHeader("Content-Type", js ? "text/javascript" : "text/html");
  response.end(js ? script : page);
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage();
let errors = 0;
tab.on("console", (message) => { if (message.type() === "error" && /style/i.test(message.text())) errors += 1; });
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
const count = async (name) => {
  errors = 0;
  await tab.evaluate((name) => window[name](), name);
  await tab.waitForTimeout(300);
  return errors;
};
console.log(`DOMParser ${await count("parse")} template ${await count("template")}`);
console.error(`Chromium ${browser.version()}`);
await browser.close();
server.close();
JS
seen=$(node seen.mjs "$browser")
echo "$seen"
[ "$seen" = "DOMParser 3 template 1" ] || { echo "Chromium behaves otherwise now"; exit 1; }
