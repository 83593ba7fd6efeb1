import { plant, ROOT, type Planted } from './planted-tree';

type Broken = Readonly<{ rule: string; path: string; says: string }>;
type Check = Readonly<{
  brokenHabits: (root: string, answered?: Readonly<Record<string, string>>) => readonly Broken[];
}>;
const { brokenHabits } = require('../../tools/house/check.cjs') as Check;

const lines = (n: number, line = '// a line\n') => line.repeat(n);
const longFunction = `export const f = () => {\n${lines(59, '  void 0;\n')}};\n`;
const handler = (body: string) =>
  `@CommandHandler(X)\nexport class H {\n  execute() {\n    ${body}\n  }\n}\n`;

const lawful: Planted = {
  'libs/project/src/domain/project/project.decider.ts': `export const at = (text: string) => new Date(text);\nexport const decider: Decider<S, C, E, R> = {};\n`,
  'libs/project/src/domain/project/project.decider.spec.ts': `const now = Date.now();\nit('waits', async () => {});\n`,
  'libs/project/src/features/open/open.handler.ts': handler('return runCommand();'),
  'libs/project/src/features/list/list.handler.ts': `@QueryHandler(X)\nexport class H { execute() { if (1) return 2; } }\n`,
  'libs/project/src/project.tables.ts': `export const t = defineTable<R>('t', {});\n`,
  'libs/event-store/src/long.contract.ts': lines(400),
  'libs/event-store/src/just.ts': lines(250),
  'apps/host/src/clock.ts': 'export const now = () => Date.now();\n',
};

/** For each habit, files that break it. */
const unlawful: Readonly<Record<string, Planted>> = {
  'kebab-case': { 'libs/project/src/projectView.ts': '', 'libs/project/src/Rooms/a.ts': '' },
  'telling-names': {
    'libs/project/src/utils.ts': '',
    'libs/project/src/common/a.ts': '',
    'libs/project/src/date-helpers.ts': '',
    'libs/project/src/base.projection.ts': '',
    'libs/project/src/project-manager.ts': '',
  },
  'role-suffix': {
    'apps/api/src/projects.ts': `@Controller('projects')\nexport class P {}\n`,
    'libs/project/src/wiring.ts': '@Module({})\nexport class W {}\n',
    'libs/project/src/features/open/open.ts': '@CommandHandler(X)\nexport class H {}\n',
    'libs/project/src/features/open/opening.ts': 'export class O extends Command<R> {}\n',
    'libs/project/src/features/list/listing.ts': 'export class L extends Query<R> {}\n',
    'libs/project/src/domain/stored.ts': 'export const codec = defineCodec<E>({});\n',
    'libs/project/src/rows.ts': `export const t = defineTable<R>('t', {});\n`,
    'libs/project/src/domain/rules.ts': 'export const decider: Decider<S, C, E, R> = {};\n',
  },
  'pure-rules': {
    'libs/project/src/domain/a.ts': 'export const a = () => Date.now();\n',
    'libs/project/src/domain/b.ts': 'export const b = () => new Date();\n',
    'libs/project/src/domain/c.ts': 'export const c = () => Math.random();\n',
    'libs/project/src/domain/d.ts': 'export const d = process.env.HOME;\n',
    'libs/project/src/e.projection.ts': 'export const e = () => Date.now();\n',
    'libs/kernel/src/f.ts': 'export const f = () => performance.now();\n',
  },
  'no-waiting-in-the-domain': { 'libs/project/src/domain/g.ts': 'export const g = async () => 1;\n' },
  'no-decorators-in-the-domain': { 'libs/project/src/domain/h.ts': '@Injectable()\nexport class H {}\n' },
  'handlers-decide-nothing': {
    'libs/project/src/features/a/a.handler.ts': handler('if (x) return y;'),
    'libs/project/src/features/b/b.handler.ts': handler('return x ? y : z;'),
  },
  'file-size': { 'libs/project/src/long.ts': lines(251) },
  'function-size': { 'libs/project/src/deep.ts': longFunction },
  'stale-answer': {},
};

describe('habits of the house', () => {
  it('hold in this checkout', () => expect(brokenHabits(ROOT)).toEqual([]));

  it('leave lawful files alone', () => {
    using tree = plant(lawful);
    expect(brokenHabits(tree.folder)).toEqual([]);
  });

  it.each(Object.entries(unlawful).filter(([rule]) => rule !== 'stale-answer'))(
    '%s can be broken',
    (rule, files) => {
      using tree = plant({ ...lawful, ...files });
      expect(
        brokenHabits(tree.folder)
          .map((one) => `${one.rule} ${one.path}`)
          .sort(),
      ).toEqual(
        Object.keys(files)
          .map((path) => `${rule} ${path}`)
          .sort(),
      );
    },
  );

  it('accept a long file that somebody answered for', () => {
    using tree = plant(unlawful['file-size']!);
    expect(brokenHabits(tree.folder, { 'libs/project/src/long.ts': 'one table of answers' })).toEqual([]);
  });

  it('want an answer struck when its question is gone', () => {
    using tree = plant(lawful);
    expect(brokenHabits(tree.folder, { 'libs/project/src/long.ts': 'one table of answers' })).toEqual([
      { rule: 'stale-answer', path: 'libs/project/src/long.ts', says: expect.stringContaining('strike it') },
    ]);
  });
});
