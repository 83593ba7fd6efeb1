'use strict';
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { npm, quietStep, root } = require('./step.cjs');

const stamp = join(root, 'node_modules', '.docket-installed');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Installs exactly what the lock file names, when that has not been done for this lock file. */
async function ensureInstalled() {
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const [command, args] = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  await quietStep('installing packages', command, args);
  writeFileSync(stamp, hash);
}

module.exports = { ensureInstalled };
