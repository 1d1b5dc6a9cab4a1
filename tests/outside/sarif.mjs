// Checks reports with the validator of SARIF by those who wrote it: no error, and no warning but that a tool without
// a page of its own names none.
// Usage: node sarif.mjs FOLDER, from a folder where @microsoft/sarif-multitool is installed.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const here = createRequire(join(process.cwd(), "package.json"));
const [folder] = process.argv.slice(2);
const reports = readdirSync(folder).filter((name) => name.endsWith(".sarif"));
const EXPECTED = "SARIF2005";
const tool = here.resolve("@microsoft/sarif-multitool/package.json").replace("package.json", "bin.js");
const words = ["validate", ...reports.map((name) => join(folder, name)), "--level", "Error;Warning", "--kind", "Fail"];
// Without it, the tool asks for a library of languages that many machines do not have.
const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
const done = spawnSync(process.execPath, [tool, ...words], { encoding: "utf8", env, maxBuffer: 1e8 });
const told = done.stdout.split("\n").filter((line) => /: (error|warning) /.test(line));
const found = told.filter((line) => !line.includes(EXPECTED));
console.log(found.slice(0, 20).join("\n"));
const read = /(\d+) files? scanned/.exec(done.stdout)?.[1] ?? "0";
console.log(`${read} of ${reports.length} reports read, ${found.length} problems`);
process.exit(found.length || !reports.length || Number(read) !== reports.length ? 1 : 0);
