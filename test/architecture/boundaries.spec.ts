import { plant, ROOT, runIn, type Planted } from './planted-tree';

type Found = Readonly<{ rule: { name: string }; from: string; to: string }>;
type Cruised = Readonly<{ summary: { totalCruised: number; violations: readonly Found[] } }>;

const cruise = (folder: string): Cruised['summary'] => {
  const { out } = runIn(
    folder,
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test'],
  );
  return (JSON.parse(out) as Cruised).summary;
};

const rules: readonly string[] = require('../../.dependency-cruiser.cjs').forbidden.map(
  ({ name }: { name: string }) => name,
);

const from = (path: string): string => `import * as it from '${path}';\nexport const used = it;\n`;
const door = 'export const door = true;\n';

/** What is allowed, so that a rule which forbids everything is caught as well. */
const lawful: Planted = {
  'libs/kernel/src/index.ts': `export * from './digest';\n`,
  'libs/kernel/src/digest.ts': `import { createHash } from 'node:crypto';\nexport const digest = createHash;\n`,
  'libs/kernel/src/digest.spec.ts': from('node:fs'),
  'libs/kernel/src/testing/index.ts': door,
  'libs/project/src/index.ts': `export { used } from './domain/rule';\n`,
  'libs/project/src/domain/rule.ts': from('@docket/kernel'),
  'libs/project/src/domain/rule.spec.ts': from('@docket/kernel/testing'),
  'libs/project/src/features/report/report.handler.ts': from('@docket/portfolio'),
  'libs/project/src/features/report/report.spec.ts': from('@docket/read-model'),
  'libs/portfolio/src/index.ts': door,
  'libs/contracts/src/index.ts': from('@docket/kernel'),
  'libs/event-store/src/index.ts': from('./eventstoredb/log'),
  'libs/event-store/src/eventstoredb/log.ts': from('@eventstore/db-client'),
  'libs/read-model/src/index.ts': from('@docket/sqlite') + `export * from 'kysely';\n`,
  'libs/sqlite/src/index.ts': from('node:sqlite'),
  'libs/postgres/src/index.ts': from('pg'),
  'apps/host/src/index.ts': from('@docket/read-model'),
  'apps/api/src/index.ts': from('@docket/host'),
  'apps/cli/src/main.ts': from('@docket/api'),
  'test/e2e/walk.spec.ts': from('@docket/host'),
};

/** One file for each rule, and whom it must not import. */
const unlawful: Readonly<Record<string, readonly (readonly [file: string, imported: string])[]>> = {
  'kernel-imports-nothing': [
    ['libs/kernel/src/clock.ts', 'node:os'],
    ['libs/kernel/src/store.ts', 'kysely-free'],
  ],
  'kernel-takes-only-sha-256': [['libs/kernel/src/digest.ts', 'node:zlib']],
  'domain-imports-kernel-only': [
    ['libs/project/src/domain/clock.ts', 'node:os'],
    ['libs/project/src/domain/neighbour.ts', '@docket/portfolio'],
    ['libs/project/src/domain/outward.ts', '../view'],
    ['libs/project/src/domain/nest.ts', '@nestjs/common'],
  ],
  'libs-meet-at-index': [['libs/project/src/features/peep.ts', '../../../portfolio/src/inner']],
  'tests-enter-libs-at-index-or-testing': [['libs/project/src/peep.spec.ts', '../../portfolio/src/inner']],
  'apps-enter-libs-at-index': [['apps/api/src/peep.ts', '../../../libs/portfolio/src/inner']],
  'product-imports-no-test-code': [['libs/project/src/features/fake.ts', '../testing/scene']],
  'adapters-know-no-context': [
    ['libs/read-model/src/rank.ts', '@docket/project'],
    ['libs/sqlite/src/rank.spec.ts', '@docket/project'],
  ],
  'adapters-stand-apart': [['libs/read-model/src/log.ts', '@docket/event-store']],
  'engines-know-no-port': [['libs/sqlite/src/log.ts', '@docket/event-store']],
  'only-apps-choose-adapters': [['libs/project/src/features/choose.handler.ts', '@docket/sqlite']],
  'contexts-know-no-http': [
    ['libs/project/src/features/answer.handler.ts', 'fastify'],
    ['libs/project/src/features/asked.handler.ts', '@docket/contracts'],
  ],
  'libs-know-no-app': [['libs/project/src/features/upward.ts', '@docket/host']],
  'apps-meet-at-host': [['apps/cli/src/peep.ts', '../../api/src/inner']],
  'host-knows-no-app': [['apps/host/src/upward.ts', '@docket/api']],
  'web-speaks-http-only': [['apps/web/src/short-cut.ts', '@docket/portfolio']],
  'one-folder-imports-eventstore-client': [['libs/event-store/src/sqlite/log.ts', '@eventstore/db-client']],
  'one-folder-imports-node-sqlite': [['libs/records/src/file.ts', 'node:sqlite']],
  'one-folder-imports-pg': [['libs/records/src/table.ts', 'pg']],
  'one-folder-imports-bullmq': [
    ['libs/job-queue/src/embedded/queue.ts', 'bullmq'],
    ['apps/worker/src/processors.ts', '@nestjs/bullmq'],
    ['apps/host/src/redis.ts', 'ioredis'],
  ],
  'sql-only-behind-ports': [['libs/audit/src/query.ts', 'kysely']],
  'description-comes-late': [['apps/api/src/early.ts', '@nestjs/swagger']],
  'no-dev-package-in-product': [['apps/api/src/dice.ts', 'fast-check']],
  'no-undeclared-package': [['apps/api/src/stowaway.ts', 'stowaway']],
  'no-cycles': [['libs/audit/src/egg.ts', './hen']],
  'no-unresolvable': [['libs/audit/src/lost.ts', './nowhere']],
};

const packages: Planted = Object.fromEntries(
  [
    '@eventstore/db-client',
    'pg',
    'kysely',
    'fastify',
    '@nestjs/common',
    '@nestjs/swagger',
    'bullmq',
    '@nestjs/bullmq',
    'ioredis',
    'fast-check',
    'stowaway',
    'kysely-free',
  ].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
  ]),
);

const around: Planted = {
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(
      [
        '@eventstore/db-client',
        'pg',
        'kysely',
        'fastify',
        '@nestjs/common',
        '@nestjs/swagger',
        'bullmq',
        '@nestjs/bullmq',
        'ioredis',
        'kysely-free',
      ].map((name) => [name, '1']),
    ),
    devDependencies: { 'fast-check': '1' },
  }),
  ...packages,
  'libs/project/src/view.ts': door,
  'libs/project/src/testing/scene.ts': door,
  'libs/portfolio/src/inner.ts': door,
  'libs/audit/src/hen.ts': from('./egg'),
  'apps/api/src/inner.ts': door,
};
const settings = { copy: ['.dependency-cruiser.cjs', 'tsconfig.json', 'tools/boundaries'] };

const imports = Object.values(unlawful).flat();
const planted: Planted = {
  ...lawful,
  ...around,
  ...Object.fromEntries(
    imports.map(([file, imported]) => [
      file,
      (lawful[file] ?? '') + from(imported).replace('as it', 'as more').replace('used = it', 'wrong = more'),
    ]),
  ),
};

describe('import boundaries', () => {
  it('hold in this checkout', () => {
    const { violations, totalCruised } = cruise(ROOT);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(300);
  });

  it('leave lawful imports alone', () => {
    using tree = plant({ ...lawful, ...around, 'libs/audit/src/egg.ts': door }, settings);
    expect(cruise(tree.folder).violations).toEqual([]);
  });

  describe('are broken by', () => {
    let found: readonly Found[] = [];
    beforeAll(() => {
      using tree = plant(planted, settings);
      found = cruise(tree.folder).violations;
    });

    it('a planted import for every rule there is', () =>
      expect(Object.keys(unlawful).sort()).toEqual([...rules].sort()));

    it.each(
      Object.entries(unlawful).flatMap(([rule, pairs]) =>
        pairs.map(([file, imported]) => ({ rule, file, imported })),
      ),
    )('$rule: $file importing $imported', ({ rule, file }) =>
      expect(found.filter((one) => one.rule.name === rule).map((one) => one.from)).toContain(file),
    );

    it('nothing else', () =>
      expect([...new Set(found.map((one) => one.from))].sort()).toEqual(
        [...new Set(imports.map(([file]) => file))].sort(),
      ));
  });
});
