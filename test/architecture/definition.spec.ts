import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersOnRules, definitionCode, departed, record } from './definition';
import { plant, ROOT, type Planted } from './planted-tree';

if (process.env.RECORD_DEFINITION === '1') record(ROOT);

const RECORD = 'test/architecture/definition.json';
const QUESTION = 'libs/project/src/features/list/list.ts';
const planted: Planted = {
  'apps/host/src/definition.ts': `export const DEFINITION = 'd1';\n`,
  [RECORD]: '{ "version": "none", "released": false, "files": {} }',
  'libs/project/src/project.projection.ts': `import { sum } from './sum';\nexport const rows = sum;\n`,
  'libs/project/src/sum.ts': 'export const sum = (a: number, b: number) => a + b;\n',
  'libs/project/src/features/list/list.query.ts': 'export class List {}\n',
  [QUESTION]: 'export const order = (a: number, b: number) => a - b;\n',
  'libs/project/src/features/open/open.command.ts': 'export class Open {}\n',
};

const recorded = () => {
  const tree = plant(planted);
  record(tree.folder);
  return tree;
};
const rewrite = (folder: string, path: string, change: (text: string) => string): void =>
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
const release = (folder: string): void =>
  rewrite(folder, RECORD, (text) => text.replace('"released": false', '"released": true'));

describe('the definition version', () => {
  it('stands for the code on record', () => expect(departed(ROOT)).toBeUndefined());

  it('covers projections, codecs, the ranking and every question', () =>
    expect([...definitionCode(ROOT).keys()]).toEqual(
      expect.arrayContaining([
        'libs/kernel/src/decimal.ts',
        'libs/portfolio/src/portfolio.projection.ts',
        'libs/project/src/domain/project/project.codec.ts',
        'libs/assessment/src/features/ranking/ranking.ts',
        'libs/assessment/src/features/explain/explain.ts',
        'libs/read-model/src/projection/numbering.ts',
      ]),
    ));

  it('covers how histories are told, and no rule that decides', () => {
    const files = [...definitionCode(ROOT).keys()];
    expect(files).toContain('apps/api/src/http/trace.ts');
    expect(files.filter((path) => /\.(decider|policy|command)\.ts$/.test(path))).toEqual([]);
    expect(answersOnRules(ROOT)).toEqual([]);
  });

  describe('in a tree of its own', () => {
    it('finds an answer that rests on a rule', () => {
      using tree = plant({
        ...planted,
        [QUESTION]: `import { may } from './may.policy';\nexport const order = may;\n`,
        'libs/project/src/features/list/may.policy.ts': 'export const may = () => true;\n',
      });
      expect(answersOnRules(tree.folder)).toEqual([
        `${QUESTION} → libs/project/src/features/list/may.policy.ts`,
      ]);
    });

    it('covers what its code needs, and no command', () => {
      using tree = recorded();
      expect([...definitionCode(tree.folder).keys()]).toEqual([
        'libs/project/src/features/list/list.query.ts',
        QUESTION,
        'libs/project/src/project.projection.ts',
        'libs/project/src/sum.ts',
      ]);
    });

    it('does not mind comments, layout and types', () => {
      using tree = recorded();
      rewrite(tree.folder, QUESTION, (text) => `// in order\n${text.replace('a: number', 'a:  0 | 1')}`);
      expect(departed(tree.folder)).toBeUndefined();
    });

    it('minds one operator in what a projection needs', () => {
      using tree = recorded();
      rewrite(tree.folder, 'libs/project/src/sum.ts', (text) => text.replace('a + b', 'a - b'));
      expect(departed(tree.folder)).toMatch(
        /changed under d1: libs\/project\/src\/sum\.ts\. d1 is not released yet/,
      );
      record(tree.folder);
      expect(departed(tree.folder)).toBeUndefined();
    });

    it('asks for a new version once it is released, and cannot be recorded anew', () => {
      using tree = recorded();
      release(tree.folder);
      rewrite(tree.folder, QUESTION, (text) => text.replace('a - b', 'b - a'));
      record(tree.folder);
      expect(departed(tree.folder)).toMatch(
        /which is released: .*list\.ts\. Give DEFINITION .* a new version/,
      );
    });

    it('is recorded under a new version', () => {
      using tree = recorded();
      release(tree.folder);
      rewrite(tree.folder, QUESTION, (text) => text.replace('a - b', 'b - a'));
      rewrite(tree.folder, 'apps/host/src/definition.ts', (text) => text.replace('d1', 'd2'));
      expect(departed(tree.folder)).toMatch(/The definition is d2 now, on record is d1\. Record it/);
      record(tree.folder);
      expect(departed(tree.folder)).toBeUndefined();
    });
  });
});
