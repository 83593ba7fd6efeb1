'use strict';
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOMS = ['apps', 'libs', 'test', 'tools', 'bench'];
const NOT_OURS = new Set(['node_modules', 'dist', 'sample', 'fixtures', 'peers']);
const TEST_CODE = /\.(spec|contract|scenes|fixture)\.ts$|^libs\/[^/]+\/src\/(testing|contract)\/|^test\//;

function* walk(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) yield path;
    else if (!NOT_OURS.has(entry.name)) yield* walk(root, path);
  }
}

/** Every source file below `root`: its path, its text, and whether it is test code. */
const sourceFiles = (root) =>
  ROOMS.filter((room) => existsSync(join(root, room)))
    .flatMap((room) => [...walk(root, room)])
    .filter((path) => /\.(ts|tsx|cjs)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8'), test: TEST_CODE.test(path) }));

module.exports = { sourceFiles };
