'use strict';
const { createHash } = require('node:crypto');
const {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { quietStep, root } = require('./step.cjs');

const NOT_SHIPPED = '**/*.spec.ts,**/*.contract.ts,libs/kernel/src/testing/**';

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts')) yield path;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', '.swcrc']) hash.update(readFileSync(join(root, file)));
  for (const folder of ['apps', 'libs'])
    for (const file of [...sources(join(root, folder))].sort()) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  return hash.digest('hex');
}

/** Compiles apps and libs into dist when a source changed since the last time; beside the old one, then swapped. */
async function ensureBuilt() {
  const mark = join(root, 'dist', '.fingerprint');
  const now = fingerprint();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  const fresh = join(root, `dist-${process.pid}`);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await quietStep('building', process.execPath, [
    swc,
    'apps',
    'libs',
    '--out-dir',
    fresh,
    '--extensions',
    '.ts',
    '--ignore',
    NOT_SHIPPED,
  ]);
  writeFileSync(join(fresh, '.fingerprint'), now);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
}

module.exports = { ensureBuilt };
