import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeze, frozenIn, manifestOf, thawed } from './frozen-events';
import { plant, ROOT } from './planted-tree';

const FOLDER = join(ROOT, 'test/fixtures/events');
if (process.env.FREEZE === '1') freeze(FOLDER);

describe('frozen events', () => {
  it('are all on record, and as they were', () => {
    expect(thawed(FOLDER)).toEqual([]);
    expect(Object.keys(frozenIn(FOLDER)).length).toBeGreaterThan(0);
  });

  describe('in a folder of their own', () => {
    const frozen = () => {
      const tree = plant({ 'body/A.v1.json': '{"a":1}', 'body/B.v1.json': '{"b":1}' });
      freeze(tree.folder);
      return tree;
    };

    it('may be joined by new ones, once these are on record', () => {
      using tree = frozen();
      writeFileSync(join(tree.folder, 'body/A.v2.json'), '{"a":2}');
      expect(thawed(tree.folder)).toEqual([expect.stringContaining('body/A.v2.json is not on record yet')]);
      freeze(tree.folder);
      expect(thawed(tree.folder)).toEqual([]);
    });

    it('are missed when one is changed, by a single space', () => {
      using tree = frozen();
      writeFileSync(join(tree.folder, 'body/A.v1.json'), '{"a": 1}');
      expect(thawed(tree.folder)).toEqual([expect.stringContaining('body/A.v1.json has changed')]);
    });

    it('are missed when one is gone', () => {
      using tree = frozen();
      rmSync(join(tree.folder, 'body/B.v1.json'));
      expect(thawed(tree.folder)).toEqual([expect.stringContaining('body/B.v1.json is gone')]);
    });

    it('keep their place on record when somebody freezes a changed one again', () => {
      using tree = frozen();
      const before = manifestOf(tree.folder);
      writeFileSync(join(tree.folder, 'body/A.v1.json'), '{"a":9}');
      freeze(tree.folder);
      expect(manifestOf(tree.folder)).toEqual(before);
      expect(thawed(tree.folder)).toHaveLength(1);
    });
  });
});
