import type { Numbered } from '@docket/kernel';
import fc from 'fast-check';
import { hour, line, livePlace, START_OF_LOG, type PlaceMaker } from './samples';

const PORTFOLIOS: readonly (string | null)[] = [null, 'north', 'south'];

/** Lines as the runner makes them: recording never goes back, nor does the timeline of a portfolio once it has begun. */
const anyLines = fc
  .array(
    fc.record({
      portfolio: fc.constantFrom(...PORTFOLIOS),
      later: fc.nat({ max: 2 }),
      dated: fc.boolean(),
      stream: fc.constantFrom('main-a-1', 'main-b-2', 'main-c-3'),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drafts) => {
    let now = 0;
    const ends = new Map<string, number>();
    const revisions = new Map<string, number>();
    return drafts.map(({ portfolio, later, dated, stream }, index): Numbered => {
      now += later;
      const revision = (revisions.get(stream) ?? -1) + 1;
      revisions.set(stream, revision);
      const end = portfolio === null ? undefined : ends.get(portfolio);
      const date = portfolio !== null && (dated || end !== undefined) ? (end ?? -50) + later : undefined;
      if (portfolio !== null && date !== undefined) ends.set(portfolio, date);
      const timelineAt = date === undefined ? null : hour(date);
      return line(index + 1, { portfolio, timelineAt, stream, revision, recordedAt: hour(now) });
    });
  });

const last = (lines: readonly Numbered[], isMeant: (line: Numbered) => boolean): number =>
  lines.findLast(isMeant)?.number ?? 0;

export const describeNumbers = (make: PlaceMaker): void =>
  describe('the table of numbers', () => {
    const { live, models } = livePlace(make);

    it('turns any instant into the number recorded by then and the number on a timeline by then', async () => {
      await fc.assert(
        fc.asyncProperty(anyLines, async (lines) => {
          const model = await models().rebuild();
          await model.commit({ after: START_OF_LOG, numbers: lines, rows: [] });
          for (const at of new Set([
            hour(-99),
            hour(999),
            ...lines.flatMap((l) => [l.recordedAt, l.timelineAt ?? hour(0)]),
          ])) {
            expect(await model.numberRecordedBy(at)).toBe(last(lines, (l) => l.recordedAt <= at));
            for (const portfolio of ['north', 'south', 'unknown'])
              expect(await model.numberOnTimeline(portfolio, at)).toBe(
                last(lines, (l) => l.portfolio === portfolio && l.timelineAt !== null && l.timelineAt <= at),
              );
          }
        }),
        { numRuns: 10 },
      );
    }, 60_000);

    it('gives the lines of all, of a portfolio or of a stream, in order and in pages', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyLines,
          fc.nat({ max: 20 }),
          fc.integer({ min: 1, max: 10 }),
          async (lines, after, limit) => {
            const model = await models().rebuild();
            await model.commit({ after: START_OF_LOG, numbers: lines, rows: [] });
            const upTo = after + 15;
            const page = (isMeant: (line: Numbered) => boolean) =>
              lines.filter((l) => l.number > after && l.number <= upTo && isMeant(l)).slice(0, limit);
            expect(await model.numbers({ after, upTo, limit })).toEqual(page(() => true));
            expect(await model.numbers({ after, limit: 100 })).toEqual(lines.slice(after));
            expect(await model.numbers({ after, upTo, limit, portfolio: 'north' })).toEqual(
              page((l) => l.portfolio === 'north'),
            );
            expect(await model.numbers({ after, upTo, limit, stream: 'main-a-1' })).toEqual(
              page((l) => l.stream === 'main-a-1'),
            );
            for (const portfolio of ['north', 'south', 'unknown'])
              expect(await model.timelineEnd(portfolio)).toBe(
                lines.findLast((l) => l.portfolio === portfolio && l.timelineAt !== null)?.timelineAt ?? null,
              );
            for (const stream of ['main-a-1', 'main-b-2', 'main-x-9'])
              expect(await model.lastRevision(stream)).toBe(
                lines.findLast((l) => l.stream === stream)?.revision ?? -1,
              );
          },
        ),
        { numRuns: 10 },
      );
    });

    it('knows the line of each number and of no other', async () => {
      const lines = [line(1), line(2, { portfolio: 'north', timelineAt: hour(-9) })];
      await live().commit({ after: START_OF_LOG, numbers: lines, rows: [] });
      expect(await Promise.all([0, 1, 2, 3].map((n) => live().numbered(n)))).toEqual([
        undefined,
        ...lines,
        undefined,
      ]);
    });
  });
