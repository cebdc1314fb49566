// The README's picture: takes it, or with --check says whether the one there still shows what the page looks like.
// Fonts and their edges differ from machine to machine, so pictures are compared as if from across the room.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const PICTURE = fileURLToPath(new URL("readme.png", import.meta.url));
// A square of the page, in pixels; its mean grey may differ by so much, and so many squares may differ by more.
const [SQUARE, GREY, SHARE] = [40, 20, 0.03];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const site = await serve();
const taken = await take();
const check = process.argv.includes("--check");
const share = check ? await difference(readFileSync(PICTURE), taken) : 0;
await browser.close();
await site.close();
if (!check) {
  writeFileSync(PICTURE, taken);
  console.log(`   ${PICTURE} is new`);
} else {
  const percent = `${(share * 100).toFixed(1)} % of the picture differs`;
  console.log(share > SHARE ? `   ${percent}: the page looks otherwise now; run cargo xtask picture` : `   ${percent}`);
  process.exitCode = share > SHARE ? 1 : 0;
}

// The sample article, as it greets a reader, with the card of its first quotation.
async function take() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 }, colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(site.address);
  await page.waitForFunction(() => document.querySelector("#proof")?.dataset.state === "marked");
  await page.keyboard.press("q");
  await page.locator("#card").waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
  await page.close();
  return picture;
}

// The share of squares whose mean grey differs.
async function difference(before, now) {
  const page = await browser.newPage();
  const pictures = [before, now].map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
  return page.evaluate(async ({ pictures, SQUARE, GREY }) => {
    const images = await Promise.all(pictures.map(async (source) => {
      const image = Object.assign(new Image(), { src: source });
      await image.decode();
      return image;
    }));
    if (images[0].width !== images[1].width || images[0].height !== images[1].height) return 1;
    const [columns, rows] = [Math.ceil(images[0].width / SQUARE), Math.ceil(images[0].height / SQUARE)];
    const greys = images.map((image) => {
      const canvas = new OffscreenCanvas(columns, rows).getContext("2d");
      canvas.imageSmoothingQuality = "high";
      canvas.drawImage(image, 0, 0, columns, rows);
      const { data } = canvas.getImageData(0, 0, columns, rows);
      return Array.from({ length: columns * rows }, (_, at) => (data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2]) / 3);
    });
    const apart = greys[0].filter((grey, at) => Math.abs(grey - greys[1][at]) > GREY);
    return apart.length / (columns * rows);
  }, { pictures, SQUARE, GREY });
}
