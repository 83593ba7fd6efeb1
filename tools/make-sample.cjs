/**
 * Makes the sample from the published list: `node tools/make-sample.cjs PUBLISHED.csv > sample/gmpp-sample.csv`.
 * It keeps facts and figures as the product itself reads them, and leaves out narratives and whatever is doubtful.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { basename, join } = require('node:path');
const swc = require('@swc/core');

const root = join(__dirname, '..');
const options = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
};
Module._extensions['.ts'] = (module, filename) =>
  module._compile(swc.transformFileSync(filename, options).code, filename);
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const [, library] = /^@docket\/([^/]+)$/.exec(request) ?? [];
  return resolve(library ? join(root, 'libs', library, 'src/index.ts') : request, ...rest);
};
const { parseGmpp } = require(join(root, 'libs/intake/src/features/import-gmpp/parse-gmpp.ts'));
const { Decimal } = require(join(root, 'libs/kernel/src/decimal.ts'));

const MILLIONTH = Decimal.of('0.000001');
const millions = (pounds) => pounds && Decimal.of(pounds).times(MILLIONTH).toString();
const RATINGS = {
  green: 'Green',
  'amber-green': 'Amber/Green',
  amber: 'Amber',
  'amber-red': 'Amber/Red',
  red: 'Red',
};

const COLUMNS = {
  year: ({ year }) => String(year),
  project_number: ({ described }) => described.reference,
  project_name: ({ described }) => described.name,
  department: ({ described }) => described.department,
  report_category: ({ described }) => described.category,
  colour_rating: ({ report }) => report.confidence && RATINGS[report.confidence.rating],
  start_date: ({ report }) => report.figures.start,
  end_date: ({ report }) => report.figures.finish,
  yearly_budget: ({ report }) => millions(report.figures.budget),
  yearly_forecast: ({ report }) => millions(report.figures.forecast),
  wlc_baseline_incl_NCG: ({ report }) => millions(report.figures.wholeLifeCost),
};

const quoted = (text = '') => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lineOf = (texts) => `${texts.map(quoted).join(',')}\n`;

const [path] = process.argv.slice(2);
if (!path) {
  console.error('Usage: node tools/make-sample.cjs PUBLISHED.csv > sample/gmpp-sample.csv');
  process.exit(2);
}
const parsed = parseGmpp({ name: basename(path), bytes: readFileSync(path) });
if (parsed.outcome === 'refused') {
  console.error(parsed.refusal.message);
  process.exit(1);
}
const rows = parsed.rows.toSorted((a, b) => a.year - b.year || a.source.line - b.source.line);
process.stdout.write(lineOf(Object.keys(COLUMNS)));
for (const row of rows) process.stdout.write(lineOf(Object.values(COLUMNS).map((read) => read(row))));
