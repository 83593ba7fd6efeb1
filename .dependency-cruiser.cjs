const TEST_CODE = '\\.(spec|contract)\\.ts$|/testing/|\\.fixture\\.ts$';
const CONTEXTS = '^libs/(portfolio|project|assessment|governance|identity|intake|audit)/';
const ADAPTERS = '^libs/(event-store|read-model|job-queue|records|sqlite|postgres)/';

/** One driver package, one folder. */
const driver = (name, to, home) => ({
  name: `one-folder-imports-${name}`,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: [home, TEST_CODE] },
  to: { path: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is pure TypeScript; SHA-256 in digest.ts is its one exception (ADR-0004).',
      severity: 'error',
      from: { path: '^libs/kernel/src', pathNot: [TEST_CODE, '^libs/kernel/src/digest\\.ts$'] },
      to: { pathNot: '^libs/kernel/src' },
    },
    {
      name: 'domain-imports-kernel-only',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain', pathNot: TEST_CODE },
      to: { pathNot: ['^libs/$1/src/domain', '^libs/kernel/src'] },
    },
    {
      name: 'libs-meet-at-index',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/(?!$1/)[^/]+/src/', pathNot: '^libs/[^/]+/src/(index|testing/index)\\.ts$' },
    },
    {
      name: 'apps-enter-libs-at-index',
      severity: 'error',
      from: { path: '^apps/', pathNot: TEST_CODE },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'adapters-do-not-know-contexts',
      severity: 'error',
      from: { path: ADAPTERS, pathNot: TEST_CODE },
      to: { path: CONTEXTS },
    },
    {
      name: 'only-apps-choose-adapters',
      severity: 'error',
      from: { path: CONTEXTS, pathNot: TEST_CODE },
      to: { path: ADAPTERS },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-meet-at-host',
      comment: 'Apps share the composition root; the CLI may start the API in its own process through its index.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: TEST_CODE },
      to: { path: '^apps/(?!$1/)[^/]+/src/', pathNot: '^apps/(host|api)/src/index\\.ts$' },
    },
    driver('eventstore-client', 'node_modules/@eventstore/', '^libs/event-store/src/eventstoredb/'),
    driver('sqlite', '^(node:)?sqlite$', '^libs/sqlite/src/'),
    driver('pg', 'node_modules/pg/', '^libs/postgres/src/'),
    {
      name: 'no-lost-events-from-cqrs',
      comment: 'Only the command and query bus of @nestjs/cqrs are used; test/architecture reads the imported names.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/domain/' },
      to: { path: '@nestjs/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
  },
};
