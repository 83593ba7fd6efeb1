'use strict';

/** Who may import whom: docs/architecture.md in an executable form. test/architecture proves that each rule can fail. */
const PORTS = 'event-store|read-model|job-queue|records';
const ENGINES = 'sqlite|postgres';
/** Every other lib is a context: a new one is bound by these rules without being named here. */
const CONTEXTS = `(?!(?:kernel|contracts|${PORTS}|${ENGINES})/)[^/]+`;
/** Code that no product runs: specs, contract suites, what tests set up. */
const TEST_CODE = '\\.(spec|contract|scenes|fixture)\\.ts$|^libs/[^/]+/src/(testing|contract)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** One driver package, one folder. */
const driver = (name, to, home) =>
  forbid(
    `one-folder-imports-${name}`,
    `${name} is spoken to in ${home}; everybody else goes through what that folder offers.`,
    { path: '^(apps|libs)/', pathNot: [home, TEST_CODE] },
    { path: to },
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'kernel-imports-nothing',
      'The kernel is pure TypeScript; SHA-256 in digest.ts is its one exception (ADR-0004).',
      { path: '^libs/kernel/src', pathNot: [TEST_CODE, '^libs/kernel/src/digest\\.ts$'] },
      { pathNot: '^libs/kernel/src' },
    ),
    forbid(
      'kernel-takes-only-sha-256',
      'node:crypto in digest.ts is the one thing the kernel takes from outside itself (ADR-0004).',
      { path: '^libs/kernel/src/digest\\.ts$' },
      { pathNot: ['^libs/kernel/src', '^(node:)?crypto$'] },
    ),
    forbid(
      'domain-imports-kernel-only',
      'Rules are plain data in and out. What they need from elsewhere reaches them as data.',
      { path: '^libs/([^/]+)/src/domain/', pathNot: TEST_CODE },
      { pathNot: ['^libs/$1/src/domain/', '^libs/kernel/src/index\\.ts$'] },
    ),
    forbid(
      'libs-meet-at-index',
      'A context, a port, an engine: each has one door.',
      { path: '^libs/([^/]+)/', pathNot: TEST_CODE },
      { path: '^libs/(?!$1/)', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    ),
    forbid(
      'tests-enter-libs-at-index-or-testing',
      'What a lib offers to the tests of others stands in its testing/index.ts.',
      {
        path: [
          '^libs/([^/]+)/.*\\.(?:spec|contract|scenes|fixture)\\.ts$',
          '^libs/([^/]+)/src/(?:testing|contract)/',
        ],
      },
      { path: '^libs/(?!$1/)', pathNot: '^libs/[^/]+/src/(testing/)?index\\.ts$' },
    ),
    forbid(
      'apps-enter-libs-at-index',
      'Apps know what a lib exports, not how it is made.',
      { path: '^apps/', pathNot: TEST_CODE },
      { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    ),
    forbid(
      'product-imports-no-test-code',
      'What tests set up is not shipped.',
      { path: '^(apps|libs)/', pathNot: TEST_CODE },
      { path: `${TEST_CODE}|^test/` },
    ),
    forbid(
      'adapters-know-no-context',
      'A port promises the same to every context, so its adapters, tests included, know none.',
      { path: `^libs/(${PORTS}|${ENGINES})/` },
      { path: `^libs/(contracts|${CONTEXTS})/` },
    ),
    forbid(
      'adapters-stand-apart',
      'An adapter of a port knows the kernel, and the engine it stands on.',
      { path: `^libs/(${PORTS})/`, pathNot: TEST_CODE },
      { path: `^libs/(?!$1/)(${PORTS})/` },
    ),
    forbid(
      'engines-know-no-port',
      'How a database is opened does not depend on what it is opened for.',
      { path: `^libs/(${ENGINES})/`, pathNot: TEST_CODE },
      { path: `^libs/(?!$1/)(${PORTS}|${ENGINES})/` },
    ),
    forbid(
      'only-apps-choose-adapters',
      'A context asks a port of the kernel. Which adapter answers is decided in apps/host.',
      { path: `^libs/(kernel|contracts|${CONTEXTS})/`, pathNot: TEST_CODE },
      { path: `^libs/(${PORTS}|${ENGINES})/` },
    ),
    forbid(
      'contexts-know-no-http',
      'Contexts are asked through the command and query bus; who asked over HTTP is the business of apps/api.',
      { path: `^libs/(kernel|${CONTEXTS})/`, pathNot: TEST_CODE },
      {
        path: '^libs/contracts/|(^|node_modules/)(fastify|@fastify/[^/]+|@nestjs/(swagger|platform-fastify))(/|$)',
      },
    ),
    forbid(
      'libs-know-no-app',
      'An app uses libs, never the other way.',
      { path: '^libs/' },
      { path: '^apps/' },
    ),
    forbid(
      'apps-meet-at-host',
      'Apps share the composition root; the CLI may start the API in its own process, through its index.',
      { path: '^apps/([^/]+)/', pathNot: TEST_CODE },
      { path: '^apps/(?!$1/)', pathNot: ['^apps/host/src/index\\.ts$', '^apps/api/src/index\\.ts$'] },
    ),
    forbid(
      'host-knows-no-app',
      'The composition root is used by the apps and knows none of them.',
      { path: '^apps/host/' },
      { path: '^apps/(?!host/)' },
    ),
    forbid(
      'web-speaks-http-only',
      'The web app shares request shapes and nothing else.',
      { path: '^apps/web/' },
      { path: '^(apps/(?!web/)|libs/(?!contracts/))' },
    ),
    driver('eventstore-client', '(^|node_modules/)@eventstore/', '^libs/event-store/src/eventstoredb/'),
    driver('node-sqlite', '^(node:)?sqlite$', '^libs/sqlite/src/'),
    driver('pg', '(^|node_modules/)pg/', '^libs/postgres/src/'),
    driver('bullmq', '(^|node_modules/)(bullmq|ioredis|@nestjs/bullmq)/', '^libs/job-queue/src/bullmq/'),
    forbid(
      'sql-only-behind-ports',
      'kysely writes SQL in the engines and in the two ports that keep tables; nobody else knows SQL.',
      {
        path: '^(apps|libs)/',
        pathNot: ['^libs/(sqlite|postgres|read-model|records|job-queue)/src/', TEST_CODE],
      },
      { path: '(^|node_modules/)kysely/' },
    ),
    forbid(
      'description-comes-late',
      'What describes the API is loaded when somebody asks for the document, through libs/contracts/src/description.ts.',
      { path: '^(apps|libs)/', pathNot: ['^libs/contracts/src/description\\.ts$', TEST_CODE] },
      { path: '(^|node_modules/)@nestjs/swagger(/|$)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-dev-package-in-product',
      'What the product runs stands under "dependencies".',
      { path: '^(apps|libs)/', pathNot: TEST_CODE },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-undeclared-package',
      'What is imported stands in package.json; what comes along with another package may go with it too.',
      { path: '^(apps|libs|test)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-cycles',
      'Two files that need each other are one thought in two places.',
      {},
      { circular: true },
    ),
    forbid('no-unresolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'tools/boundaries/resolve.cjs' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
