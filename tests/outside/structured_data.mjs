// Checks pages against the rules of search engines, with Adobe's validator.
// Usage: node structured_data.mjs FOLDER [SCHEMA_ORG_JSONLD], from a folder where its two packages are installed.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.cwd(), 'package.json'));
const load = async (name) => (await import(pathToFileURL(require.resolve(name)))).default;
const Validator = await load('@adobe/structured-data-validator');
const WebAutoExtractor = await load('@marbec/web-auto-extractor');

const [folder, vocabulary] = process.argv.slice(2);
const graph = vocabulary ? JSON.parse(readFileSync(vocabulary, 'utf8')) : undefined;
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
// The validator reads one place of work; a job at several is given to it once for each.
const apart = (data) => {
  const [job] = data.jsonld?.JobPosting ?? [];
  if (!Array.isArray(job?.jobLocation)) return [data];
  return job.jobLocation.map((place) => {
    const jobs = data.jsonld.JobPosting.map((one) => ({ ...one, jobLocation: place }));
    return { ...data, jsonld: { ...data.jsonld, JobPosting: jobs } };
  });
};
let errors = 0;
let jobs = 0;
for (const page of pages) {
  const extractor = new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] });
  const data = extractor.parse(readFileSync(join(folder, page), 'utf8'));
  jobs += (data.jsonld?.JobPosting ?? []).length;
  const issues = [];
  for (const one of apart(data)) issues.push(...(await new Validator(graph).validate(one)));
  for (const issue of issues) {
    const unknown = graph && issue.issueMessage.includes('is not supported by the schema');
    if (issue.severity === 'ERROR' || unknown) {
      errors += 1;
      console.log(`${page}: ${issue.severity}: ${issue.issueMessage}`);
    }
  }
}
console.log(`${jobs} jobs on ${pages.length} pages, ${errors} errors${graph ? '' : ' (without the vocabulary)'}`);
process.exit(errors || !jobs || jobs !== pages.length ? 1 : 0);
