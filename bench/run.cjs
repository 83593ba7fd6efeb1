// Side-by-side measurements: every row is a ratio against a named peer, both run here, in turns.
'use strict';
const { writeFileSync } = require('node:fs');
const { cpus, totalmem } = require('node:os');
const { rankingAsOf } = require('./ranking.cjs');
const { startAndMemory } = require('./start-and-memory.cjs');

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const machine = {
  cores: cpus().length,
  cpu: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  sqlite: process.versions.sqlite,
};

async function main(args) {
  const file = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined;
  if (args.includes('--json') && !file) throw new Error('--json takes the name of a file.');
  const rows = [...(await startAndMemory(say)), ...(await rankingAsOf(say))];
  for (const { name, profile, ratio, range, aim, holds } of rows)
    process.stdout.write(
      `${holds ? 'holds' : 'SHORT'}  ${ratio} (${range.join(' to ')}; aim ${aim})  ${profile}: ${name}\n`,
    );
  if (file) writeFileSync(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
  return rows.every(({ holds }) => holds) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    say(error.message);
    process.exit(2);
  },
);
