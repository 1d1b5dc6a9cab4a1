// Checks bodies for applicant systems, reports and requisitions against our schemas, with Ajv, which also says what
// is wrong with a schema itself; and reads messages back as a mail program does.
// Usage: node payloads.mjs FOLDER, from a folder where ajv, ajv-formats and postal-mime are installed.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = createRequire(join(process.cwd(), "package.json"));
const load = async (name) => (await import(pathToFileURL(here.resolve(name)))).default;
const DIALECTS = {
  "https://json-schema.org/draft/2020-12/schema": here("ajv/dist/2020.js").default,
  "http://json-schema.org/draft-07/schema#": here("ajv").default,
};
const addFormats = here("ajv-formats");
const PostalMime = await load("postal-mime");

const [folder] = process.argv.slice(2);
const names = readdirSync(folder);
const textOf = (name) => readFileSync(join(folder, name), "utf8");
let problems = 0;
const tell = (name, problem) => {
  problems += 1;
  console.log(`${name}: ${problem}`);
};

const KINDS = {
  ".jsonld": "jsonld",
  ".jsonresume.json": "jsonresume",
  ".lever.json": "lever",
  ".greenhouse.json": "greenhouse",
  ".smartrecruiters.json": "smartrecruiters",
  ".report.json": "report",
  ".requisition.json": "requisition",
};
for (const [suffix, kind] of Object.entries(KINDS)) {
  const schema = JSON.parse(textOf(`${kind}.schema.json`));
  const ajv = new DIALECTS[schema.$schema]({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  const check = ajv.compile(schema);
  const files = names.filter((name) => name.endsWith(suffix));
  for (const name of files) {
    if (!check(JSON.parse(textOf(name)))) {
      for (const { instancePath, message } of check.errors) tell(name, `${instancePath} ${message}`);
    }
  }
  if (files.length === 0) tell(kind, "nothing to check");
  console.log(`${files.length} of ${kind} checked`);
}

const mails = names.filter((name) => name.endsWith(".eml"));
const lines = (text) => text.replaceAll("\r\n", "\n").trimEnd();
for (const name of mails) {
  const mail = await PostalMime.parse(textOf(name));
  const plain = textOf(name.replace(/eml$/, "txt"));
  if (lines(mail.text ?? "") !== lines(plain)) tell(name, "the plain body is not the text");
  if (!mail.html?.includes("</div>")) tell(name, "there is no body in HTML");
  if (!mail.subject || mail.from || mail.attachments.length > 0) tell(name, "has no subject, a sender or a file");
}
if (mails.length === 0) tell("mail", "nothing to read");
console.log(`${mails.length} messages read, ${problems} problems in all`);
process.exit(problems ? 1 : 0);
