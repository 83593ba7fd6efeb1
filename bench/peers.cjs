// Peers that are no dependency of ours: fetched on request into a folder that git does not see.
'use strict';
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { npm, quietStep, root } = require('../tools/run/step.cjs');

/**
 * `@event-driven-io/emmett-sqlite` with what its code asks for. It wants the same version of emmett, of which the newest there is is
 * named, and it does not name two of its packages at all.
 */
const PACKAGES = {
  '@event-driven-io/emmett-sqlite': '0.42.4',
  '@event-driven-io/emmett': '0.42.0',
  'async-retry': '1.3.3',
  sqlite3: '5.1.7',
  uuid: '11.1.0',
};

const FOLDER = join(root, 'node_modules', '.cache', 'bench-peers');
const FETCHED = join(FOLDER, '.fetched');

/** What is to be there, as it would be noted when it is. */
const wanted = JSON.stringify(PACKAGES);

const areFetched = () => existsSync(FETCHED) && readFileSync(FETCHED, 'utf8') === wanted;

/** Brings the peers where they are missing; sqlite3 may have to be compiled, which takes a minute. */
async function fetchPeers() {
  if (areFetched()) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, 'package.json'),
    JSON.stringify({ private: true, dependencies: PACKAGES, allowScripts: { sqlite3: true } }),
  );
  const [program, before] = npm([]);
  const args = [...before, 'install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--no-package-lock'];
  await quietStep('fetching the peers of the bench', program, args, { cwd: FOLDER });
  // asked for by itself, because many machines run no script of a package when it is installed
  const compile = [...before, 'rebuild', 'sqlite3', '--ignore-scripts=false'];
  await quietStep('compiling sqlite3 for a peer of the bench', program, compile, { cwd: FOLDER });
  writeFileSync(FETCHED, wanted);
}

module.exports = { FOLDER, areFetched, fetchPeers };
