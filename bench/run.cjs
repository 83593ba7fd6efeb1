// Side-by-side measurements: every row is a ratio against a named peer, both run here, in turns.
'use strict';
require('reflect-metadata');
const { writeFileSync } = require('node:fs');
const { cpus, totalmem } = require('node:os');
const { readArguments } = require('./arguments.cjs');
const { measurements } = require('./measurements.cjs');
const { areFetched, fetchPeers } = require('./peers.cjs');
const { noise } = require('./rounds.cjs');

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const seconds = (since) => `${Math.round((performance.now() - since) / 1_000)} s`;

const machine = () => ({
  cores: cpus().length,
  cpu: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  sqlite: process.versions.sqlite,
  noise: noise(),
});

/** The rows of one measurement; none, said aloud, where what it needs is not set. */
async function rowsOf({ name, run, needs = [] }) {
  const missing = needs.filter((setting) => !process.env[setting]);
  if (missing.length > 0) {
    say(`not run: ${name} (set ${missing.join(' and ')})`);
    return [];
  }
  const began = performance.now();
  say(`${name} …`);
  const rows = await run((text) => say(`${name}: ${text}`));
  say(`${name}: done after ${seconds(began)}`);
  return rows;
}

const print = ({ name, profile, ratio, range, aim, holds }) =>
  process.stdout.write(
    `${holds ? 'holds' : 'SHORT'}  ${ratio} (${range.join(' to ')}; aim ${aim})  ${profile}: ${name}\n`,
  );

async function main(args) {
  const began = performance.now();
  const { json, peers, chosen } = readArguments(args, measurements);
  if (peers) await fetchPeers();
  else if (!areFetched()) say('not run: emmett-sqlite (fetched with --peers)');
  const rows = [];
  for (const measurement of chosen) rows.push(...(await rowsOf(measurement)));
  for (const row of rows) print(row);
  const { loops, medianMs, spread } = noise();
  say(
    `${rows.length} rows after ${seconds(began)}; the same loop ${loops} times: ${medianMs} ms, its extremes ${Math.round(spread * 100)} % apart`,
  );
  if (json) writeFileSync(json, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);
  return rows.every(({ holds }) => holds) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    say(error.message);
    process.exit(2);
  },
);
