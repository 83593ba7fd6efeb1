'use strict';
const { join } = require('node:path');
const { root, run } = require('./step.cjs');
const server = require('./server.cjs');

const bin = (...parts) => join(root, 'node_modules', ...parts);
const node = (args, env = {}) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, ...env },
  });
const tests = (args, env) => node([bin('jest', 'bin', 'jest.js'), ...args], env);
const app = (name, args) => node([...server.flagsFor(process.env), server.main(name), ...args], server.env);

/** Runs the steps in order; the first that fails ends it. */
async function inOrder(...steps) {
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

const format = (args) => node([bin('prettier', 'bin', 'prettier.cjs'), ...args, '--log-level', 'warn', '.']);
const lint = () => node([bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']);
const types = () => node([bin('typescript7', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit']);
const boundaries = () =>
  node([
    bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'apps',
    'libs',
    'test',
  ]);
const house = () => node([join(root, 'tools', 'house', 'check.cjs')]);

function named(servers) {
  return ['TEST_EVENTSTORE_URL', 'TEST_POSTGRES_URL', 'TEST_REDIS_URL'].filter((name) => servers[name]);
}

/** Contract suites and end-to-end tests against the servers that `TEST_…_URL` names. */
async function testServers(args) {
  const found = named(process.env);
  if (found.length === 0)
    throw new Error(
      'No server to test against: set TEST_POSTGRES_URL, TEST_REDIS_URL or TEST_EVENTSTORE_URL.',
    );
  process.stderr.write(`docket: testing against ${found.join(', ')}\n`);
  return tests([
    '--selectProjects',
    'unit',
    'e2e',
    '--runInBand',
    '--testPathPatterns',
    'libs/(event-store|read-model|records|postgres)/|test/e2e/server',
    ...args,
  ]);
}

module.exports = {
  commands: {
    start: { needsBuild: true, run: (args) => app('api', args) },
    'start:worker': { needsBuild: true, run: (args) => app('worker', args) },
    docket: { needsBuild: true, run: (args) => app('cli', args) },
    test: {
      needsBuild: true,
      run: (args) => tests(['--selectProjects', 'unit', 'architecture', 'e2e', ...args]),
    },
    check: {
      needsBuild: false,
      run: () => inOrder(() => format(['--check']), lint, types, boundaries, house),
    },
    format: { needsBuild: false, run: () => format(['--write']) },
    'test:servers': { needsBuild: true, run: testServers },
    'test:faults': {
      needsBuild: true,
      run: (args) => tests(['--selectProjects', 'faults', '--runInBand', ...args]),
    },
    bench: { needsBuild: true, run: (args) => node([join(root, 'bench', 'run.cjs'), ...args]) },
  },
};
