// The habits of the house that no linter knows: names, purity of rules, sizes. `npm run check` runs it; CONTRIBUTING.md says why.
'use strict';
const { sourceFiles } = require('./files.cjs');
const { names } = require('./names.cjs');
const { handlers, purity } = require('./purity.cjs');
const { figures, sizes } = require('./sizes.cjs');

/** Everything below `root` that breaks a habit: `{ rule, path, says }`. */
const brokenHabits = (root, answered) => {
  const files = sourceFiles(root);
  return [...names(files), ...purity(files), ...handlers(files), ...sizes(files, answered)];
};

const say = (text) => process.stdout.write(`${text}\n`);

const main = (root) => {
  const broken = brokenHabits(root);
  for (const { rule, path, says } of broken) say(`${rule}: ${path}: ${says}`);
  const f = figures(sourceFiles(root));
  say(
    `house: ${f.files} files, ${f.medianFile} lines the middle one; ${f.medianFunction} lines the middle function; ` +
      `${f.testLines} lines of test to ${f.codeLines} of code (${f.testToCode}${f.testToCode < 1 ? ', below 1' : ''}); ${broken.length} broken habits`,
  );
  process.exitCode = broken.length > 0 ? 1 : 0;
};

if (require.main === module) main(process.cwd());

module.exports = { brokenHabits };
