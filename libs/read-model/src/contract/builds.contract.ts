import { BuildReplaced, defineTable, NumbersDiffer, type ReadModel } from '@docket/kernel';
import {
  batch,
  byKey,
  checkpointAt,
  line,
  livePlace,
  MARKS,
  sheet,
  SHEETS,
  version,
  type PlaceMaker,
} from './samples';

const filled = (title: string, number = 1) => batch(number - 1, 1, [version('a', number, sheet({ title }))]);
const titleAt = async (model: ReadModel, number: number) => (await model.rowAsOf(SHEETS, number, 'a'))?.title;

export const describeBuilds = (make: PlaceMaker): void =>
  describe('builds', () => {
    const { live, models, open } = livePlace(make);

    it('are found again when the place is opened again', async () => {
      await live().commit(filled('kept'));
      await models().close();
      const again = await open();
      const found = await again.live();
      expect(await found.checkpoint()).toEqual(checkpointAt(1));
      expect(await titleAt(found, 1)).toBe('kept');
      await found.commit(filled('and on', 2));
      expect(await titleAt(found, 2)).toBe('and on');
      await again.close();
    });

    it('of another definition stand side by side and do not touch each other', async () => {
      await live().commit(filled('old release'));
      const newer = await open('d2', [MARKS]);
      expect(await (await newer.live()).checkpoint()).toEqual(checkpointAt(0));
      const rebuilt = await newer.rebuild();
      await newer.switchTo(rebuilt);
      expect((await newer.live()).definition).toBe('d2');
      expect(await titleAt(live(), 1)).toBe('old release');
      await live().commit(filled('goes on', 2));
      await newer.close();
    });

    it('of one definition made for other tables are not opened', async () => {
      await live().commit(filled('kept'));
      const other = await open('d1', [defineTable('sheets', { title: 'text' })]);
      await expect(other.live()).rejects.toThrow('a changed table needs a new definition version');
      await other.close();
    });

    it('are made once, whoever asks first', async () => {
      const fresh = await open('d3');
      const [one, two] = await Promise.all([fresh.live(), fresh.live()]);
      await one.commit(filled('by one'));
      expect(await titleAt(two, 1)).toBe('by one');
      await fresh.close();
    });

    it('rebuilt beside the live one leave it alone until they take its place', async () => {
      await live().commit(filled('as it was'));
      const rebuilt = await models().rebuild();
      await rebuilt.commit(filled('as it should be'));
      await live().commit(filled('meanwhile', 2));
      await rebuilt.commit(filled('meanwhile', 2));
      expect(await titleAt(await models().live(), 1)).toBe('as it was');
      await models().switchTo(rebuilt);
      const now = await models().live();
      expect([await titleAt(now, 1), await titleAt(now, 2)]).toEqual(['as it should be', 'meanwhile']);
      await now.commit(filled('goes on', 3));
    });

    it('that took the place of another are live after the place is opened again', async () => {
      await live().commit(filled('old'));
      const rebuilt = await models().rebuild();
      await rebuilt.commit(filled('new'));
      await models().switchTo(rebuilt);
      await models().close();
      const again = await open();
      expect(await titleAt(await again.live(), 1)).toBe('new');
      await again.close();
    });

    it('left half finished are dropped by the next rebuild', async () => {
      const half = await models().rebuild();
      await half.commit(filled('half'));
      const whole = await models().rebuild();
      expect(await whole.checkpoint()).toEqual(checkpointAt(0));
      await models().switchTo(whole);
    });

    it('tell who still holds the former one to ask again', async () => {
      const others = await open();
      const reader = await others.live();
      await live().commit(filled('old'));
      const rebuilt = await models().rebuild();
      await rebuilt.commit(filled('new'));
      await models().switchTo(rebuilt);
      for (const former of [live(), reader]) {
        await expect(former.checkpoint()).rejects.toThrow(BuildReplaced);
        await expect(former.commit(filled('late', 2))).rejects.toThrow(BuildReplaced);
      }
      await expect(live().rowsAsOf(SHEETS, 1)).rejects.toThrow(BuildReplaced);
      expect(await titleAt(await others.live(), 1)).toBe('new');
      await others.close();
    });

    it('that give a number another event, or end before the live one, do not take its place', async () => {
      await live().commit(batch(0, 2, [version('a', 1, sheet({ title: 'stays' }))]));
      const other = await models().rebuild();
      await other.commit({ ...batch(0, 2), numbers: [line(1), line(2, { eventId: 'another' })] });
      await expect(models().switchTo(other)).rejects.toThrow(NumbersDiffer);
      const shorter = await models().rebuild();
      await shorter.commit(batch(0, 1));
      await expect(models().switchTo(shorter)).rejects.toThrow(NumbersDiffer);
      expect(await titleAt(await models().live(), 1)).toBe('stays');
      await live().commit(filled('goes on', 3));
      await shorter.commit(batch(1, 2));
      await models().switchTo(shorter);
      expect(await (await models().live()).checkpoint()).toEqual(checkpointAt(3));
    });

    it('only take the place of another when they were rebuilt for it', async () => {
      await expect(models().switchTo(live())).rejects.toThrow('Only what rebuild() gave');
    });

    it('of other definitions are dropped on demand and named, the live one stays', async () => {
      await live().commit(filled('stays'));
      const other = await open('d2');
      await (await other.live()).commit(filled('goes'));
      await other.close();
      await models().rebuild();
      expect(await models().dropOthers()).toEqual(['d1-2', 'd2-1']);
      expect(await models().dropOthers()).toEqual([]);
      expect(await titleAt(await models().live(), 1)).toBe('stays');
      const again = await open('d2');
      expect(await (await again.live()).checkpoint()).toEqual(checkpointAt(0));
      await again.close();
    });

    it('keep tables apart whose keys and scopes are the same', async () => {
      const marks = {
        table: 'marks',
        versions: [{ key: 'a', scope: 'x', validFrom: 1, row: { colour: 'red' } }],
      };
      const { rows, ...rest } = filled('sheet');
      await live().commit({ ...rest, rows: [...rows, marks] });
      expect(byKey(await live().rowsAsOf(MARKS, 1))).toEqual([
        { key: 'a', scope: 'x', row: { colour: 'red' } },
      ]);
      expect(await titleAt(live(), 1)).toBe('sheet');
    });
  });
