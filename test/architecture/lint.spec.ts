import { plant, runIn, type Planted } from './planted-tree';

const settings = { copy: ['.oxlintrc.json', 'tsconfig.json'], packages: true };
const later = 'const later = async () => 1;\n';

/** For each rule this house chose beyond the linter's own list, a file that breaks it. */
const unlawful: Readonly<Record<string, Planted>> = {
  'typescript(no-floating-promises)': {
    'libs/a/src/fire.ts': `${later}export const f = () => {\n  later();\n};\n`,
  },
  'typescript(no-misused-promises)': {
    'libs/a/src/each.ts': `${later}export const f = () => [1].forEach(async () => {\n  await later();\n});\n`,
  },
  'typescript(no-explicit-any)': { 'libs/a/src/any.ts': 'export const f = (x: any) => x;\n' },
  'typescript(no-non-null-assertion)': { 'libs/a/src/bang.ts': 'export const f = (x?: string) => x!;\n' },
  'typescript(no-unnecessary-type-assertion)': {
    'libs/a/src/cast.ts': 'export const f = (x: string) => x as string;\n',
  },
  'typescript(ban-ts-comment)': { 'libs/a/src/hush.ts': '// @ts-ignore\nexport const n: number = 1;\n' },
  'jest(no-focused-tests)': { 'libs/a/src/one.spec.ts': `it.only('is alone', () => expect(1).toBe(1));\n` },
  'jest(no-disabled-tests)': { 'libs/a/src/none.spec.ts': `it.skip('is out', () => expect(1).toBe(1));\n` },
  'jest(no-restricted-jest-methods)': { 'libs/a/src/mock.spec.ts': `jest.mock('./port');\n` },
};

const lostEvents = ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga', 'IEventHandler'];

const lint = (folder: string) =>
  runIn(folder, 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'libs');

describe('the linter', () => {
  it('leaves lawful code alone', () => {
    using tree = plant(
      {
        'libs/a/src/rule.ts': `import { CommandBus } from '@nestjs/cqrs';\nexport const bus = CommandBus;\n`,
        'libs/a/src/rule.spec.ts': `it('holds', () => expect([1][0]!).toBe(1));\n`,
      },
      settings,
    );
    expect(lint(tree.folder)).toEqual({ code: 0, out: expect.any(String) });
  });

  describe('refuses', () => {
    let said = '';
    beforeAll(() => {
      const planted = Object.fromEntries(Object.values(unlawful).flatMap((files) => Object.entries(files)));
      const lost = lostEvents.map((name) => [
        `libs/b/src/${name.toLowerCase()}.ts`,
        `import { ${name} } from '@nestjs/cqrs';\nexport type It = typeof ${name};\n`,
      ]);
      using tree = plant({ ...planted, ...Object.fromEntries(lost) }, settings);
      said = lint(tree.folder).out;
    });
    const complaints = () => said.split('\n\n');

    it.each(Object.entries(unlawful).map(([rule, files]) => ({ rule, file: Object.keys(files)[0]! })))(
      '$rule in $file',
      ({ rule, file }) =>
        expect(complaints().filter((one) => one.includes(rule) && one.includes(file))).toHaveLength(1),
    );

    it.each(lostEvents)('%s of @nestjs/cqrs', (name) =>
      expect(
        complaints().filter(
          (one) =>
            one.includes('eslint(no-restricted-imports)') &&
            one.includes(`libs/b/src/${name.toLowerCase()}.ts`),
        ),
      ).toHaveLength(1),
    );
  });
});

describe('the formatter', () => {
  it('refuses what `npm run format` would change', () => {
    using tree = plant(
      { 'libs/a/src/crooked.ts': 'export const  a = "b"\n' },
      { copy: ['.prettierrc.json'] },
    );
    expect(runIn(tree.folder, 'node_modules/prettier/bin/prettier.cjs', '--check', '.')).toEqual({
      code: 1,
      out: expect.stringContaining('libs/a/src/crooked.ts'),
    });
  });
});

describe('the compiler', () => {
  it('refuses a switch that forgets a case', () => {
    const forgetful = `type Event = { type: 'A' } | { type: 'B' };
const unreachable = (value: never): never => value;
export const f = (event: Event): number => {
  switch (event.type) {
    case 'A':
      return 1;
    default:
      return unreachable(event);
  }
};
`;
    using tree = plant({ 'libs/a/src/forgetful.ts': forgetful }, { copy: ['tsconfig.json'], packages: true });
    expect(runIn(tree.folder, 'node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json', '--noEmit')).toEqual(
      {
        code: 1,
        out: expect.stringContaining('libs/a/src/forgetful.ts(8,26)'),
      },
    );
  });
});
