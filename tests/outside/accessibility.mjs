// Look at each page of a folder in a real browser: node accessibility.mjs FOLDER BROWSER
// At the width of a phone, a tablet and a desk, light and dark, axe-core must find nothing, nothing may scroll sideways, no fact
// may stand alone in a row behind fuller ones, and no address may break within a word. An example prints on two
// pages at most.
// Packages are taken from the folder that this is run in.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const here = createRequire(join(process.cwd(), "package.json"));
const puppeteer = (await import(pathToFileURL(here.resolve("puppeteer-core")))).default;
const axe = readFileSync(here.resolve("axe-core/axe.min.js"), "utf8");

const [folder, executablePath] = process.argv.slice(2);
const WIDTHS = [320, 800, 1280];
const SCHEMES = ["light", "dark"];

// What a reader would see, told by where the browser put it.
function seen() {
  const found = [];
  const rows = {};
  for (const fact of document.querySelectorAll(".hero dl > div")) {
    (rows[Math.round(fact.getBoundingClientRect().top)] ??= []).push(fact);
  }
  const counts = Object.values(rows).map((row) => row.length);
  if (counts.length > 1 && counts.at(-1) === 1 && Math.max(...counts) > 1) {
    found.push("the last fact stands alone in its row");
  }
  for (const link of document.querySelectorAll("a:has(wbr)")) {
    for (const piece of link.childNodes) {
      const range = document.createRange();
      range.selectNodeContents(piece);
      const boxes = [...range.getClientRects()];
      const lines = new Set(boxes.map((box) => Math.round(box.top)));
      const length = boxes.reduce((sum, box) => sum + box.width, 0);
      // What is longer than a line must break, and a hyphen may end one.
      const fits = length <= link.parentElement.clientWidth && !piece.data?.includes("-");
      if (lines.size > 1 && fits) {
        found.push(`an address breaks within ${piece.data}`);
      }
    }
  }
  return found;
}

async function problemsOf(page, address, width, scheme) {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(address);
  // What is folded is looked at unfolded.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  const problems = [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) problems.push(`scrolls sideways: ${wide} px of content`);
  for (const one of await page.evaluate(seen)) problems.push(one);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ");
    problems.push(`${id}: ${help} (${nodes.length}: ${where})`);
  }
  return problems;
}

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
let looks = 0;
let found = 0;
try {
  const page = await browser.newPage();
  const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
  if (names.length === 0) throw new Error(`no pages in ${folder}`);
  for (const name of names) {
    const address = pathToFileURL(resolve(folder, name)).href;
    if (name.startsWith("example-")) {
      await page.goto(address);
      const printed = Buffer.from(await page.pdf({ preferCSSPageSize: true, format: "Letter" }));
      const sheets = printed.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      if (sheets < 1 || sheets > 2) {
        console.log(`${name} in print: ${sheets} pages`);
        found += 1;
      }
    }
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const problems = await problemsOf(page, address, width, scheme);
        for (const problem of problems) console.log(`${name} ${width} px ${scheme}: ${problem}`);
        looks += 1;
        found += problems.length;
      }
    }
  }
} finally {
  await browser.close();
}
console.log(`${looks} looks, ${found} problems`);
process.exit(found === 0 ? 0 : 1);
