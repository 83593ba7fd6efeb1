'use strict';
const { existsSync } = require('node:fs');
const { delimiter, dirname, join } = require('node:path');
const { alone } = require('./lock.cjs');
const { npm, quietStep, root, run } = require('./step.cjs');

const WANTED = '24.21.0';
const isCurrent = () => Number(process.versions.node.split('.')[0]) >= 24;

async function fetchNode(name) {
  const [command, args] = npm([
    'install',
    `${name}@${WANTED}`,
    '--prefix',
    join(root, '.node'),
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  await quietStep(`this is Node ${process.versions.node}, fetching Node ${WANTED} into .node`, command, args);
}

/** On an older Node fetches a current one into `.node` and carries on with it; gives its exit code then. */
async function ensureNode() {
  if (isCurrent()) return undefined;
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${os}-${process.arch}`;
  const folder = join(root, '.node', 'node_modules', name);
  const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  await alone(async () => {
    if (!existsSync(program)) await fetchNode(name);
  });
  const path = `${dirname(program)}${delimiter}${process.env.PATH ?? ''}`;
  return run(program, process.argv.slice(1), { env: { ...process.env, PATH: path } });
}

module.exports = { ensureNode };
