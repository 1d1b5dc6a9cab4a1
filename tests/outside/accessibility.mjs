// Look at each page of a folder in a real browser: node accessibility.mjs FOLDER BROWSER
// At phone and desktop width, light and dark, axe-core must find nothing and nothing may scroll sideways.
// Packages are taken from the folder that this is run in.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const here = createRequire(join(process.cwd(), "package.json"));
const puppeteer = (await import(pathToFileURL(here.resolve("puppeteer-core")))).default;
const axe = readFileSync(here.resolve("axe-core/axe.min.js"), "utf8");

const [folder, executablePath] = process.argv.slice(2);
const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];

async function problemsOf(page, address, width, scheme) {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(address);
  const problems = [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) problems.push(`scrolls sideways: ${wide} px of content`);
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
