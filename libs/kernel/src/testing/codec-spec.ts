import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codec } from '../codec';
import type { Event } from '../messages';

const FIXTURES = join(__dirname, '../../../../test/fixtures/events');

/**
 * Every stored version of an aggregate's events has a frozen JSON fixture in `test/fixtures/events/<category>` that
 * decodes and whose current form round-trips. `FREEZE=1` writes fixtures that are missing; it never changes one.
 */
export const describeCodec = <E extends Event>(category: string, codec: Codec<E>, examples: readonly E[]) =>
  describe(`stored events of ${category}`, () => {
    const folder = join(FIXTURES, category);
    if (process.env.FREEZE === '1') {
      mkdirSync(folder, { recursive: true });
      for (const example of examples) {
        const stored = codec.encode(example);
        const file = join(folder, `${stored.type}.json`);
        if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
      }
    }
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];

    it('has one frozen fixture for every stored version', () =>
      expect(files.map((file) => file.replace(/\.json$/, ''))).toEqual([...codec.storedTypes].sort()));

    it.each(files)('%s still decodes, and its current form round-trips', (file) => {
      const event = codec.decode(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      expect(codec.decode(codec.encode(event))).toEqual(event);
    });
  });
