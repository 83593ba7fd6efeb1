import type { Recorded } from '@docket/kernel';
import * as fc from 'fast-check';
import type { ReportedFigures, StatusReportCorrected, StatusReported } from './domain/project';
import type { ProjectRow } from './project.tables';
import { afterCorrection, afterReport } from './reports-in-row';
import { standingFigures, standingValues } from './standing-figures';

const begun = { reports: 0, finishes: [], said: [] } as unknown as ProjectRow;
const recorded = (id: string, origin: 'live' | 'import') =>
  ({ id, revision: 0, meta: { origin } }) as Recorded;
const said = (reportedFor: string, figures: ReportedFigures, origin: 'live' | 'import' = 'live') =>
  ({
    ...recorded(`reported ${reportedFor}`, origin),
    type: 'StatusReported',
    data: { projectId: 'p', reportedFor, figures },
  }) as Recorded<StatusReported>;
const listed = (reportedFor: string, figures: ReportedFigures) => said(reportedFor, figures, 'import');
const corrected = (reportedFor: string, figures: ReportedFigures) =>
  ({
    ...recorded(`corrected ${reportedFor}`, 'live'),
    type: 'StatusReportCorrected',
    data: { projectId: 'p', reportedFor, figures, corrects: 0, reason: 'Mistyped.' },
  }) as Recorded<StatusReportCorrected>;
type Told = Recorded<StatusReported> | Recorded<StatusReportCorrected>;
const after = (...events: readonly Told[]): ProjectRow =>
  events.reduce(
    (row, event) => (event.type === 'StatusReported' ? afterReport(row, event) : afterCorrection(row, event)),
    begun,
  );
const values = (...events: readonly Told[]) => standingValues(after(...events));

const whole = { wholeLifeCost: '900', budget: '10', forecast: '12', finish: '2030-01-01' };

describe('what stands of the figures of a project', () => {
  it('is what was said last, each figure by itself, with the day and the event that said it', () =>
    expect(
      standingFigures(after(listed('2023-07-01', whole), said('2026-11-20', { forecast: '11' }))),
    ).toEqual({
      wholeLifeCost: { value: '900', reportedFor: '2023-07-01', eventId: 'reported 2023-07-01' },
      budget: { value: '10', reportedFor: '2023-07-01', eventId: 'reported 2023-07-01' },
      forecast: { value: '11', reportedFor: '2026-11-20', eventId: 'reported 2026-11-20' },
      finish: { value: '2030-01-01', reportedFor: '2023-07-01', eventId: 'reported 2023-07-01' },
    }));

  it('is the whole of a list, which ends what was said before it', () =>
    expect(values(listed('2022-07-01', whole), listed('2023-07-01', { budget: '9' }))).toEqual({
      budget: '9',
    }));

  it('is of planned value, earned value and actual cost what one report says', () => {
    const of = (day: string, plannedValue: string) =>
      said(day, { plannedValue, earnedValue: '4', actualCost: '5' });
    expect(values(of('2026-10-31', '3'), said('2026-11-30', { actualCost: '8' }))).toEqual({
      actualCost: '8',
    });
    expect(values(of('2026-10-31', '3'), said('2026-11-30', { budget: '8' }))).toEqual({
      plannedValue: '3',
      earnedValue: '4',
      actualCost: '5',
      budget: '8',
    });
  });

  it('follows a correction of any report, by the event that corrected it', () => {
    const [first, last] = [listed('2023-07-01', whole), said('2026-11-20', { wholeLifeCost: '950' })];
    expect(standingFigures(after(first, last, corrected('2026-11-20', {}))).wholeLifeCost?.value).toBe('900');
    const restated = after(
      first,
      last,
      corrected('2026-11-20', {}),
      corrected('2023-07-01', { budget: '7' }),
    );
    expect(standingFigures(restated)).toEqual({
      budget: { value: '7', reportedFor: '2023-07-01', eventId: 'corrected 2023-07-01' },
    });
  });

  it('is not touched by a correction of what stood before the last list', () => {
    const lists = [listed('2022-07-01', whole), listed('2023-07-01', { budget: '9' })];
    expect(values(...lists, corrected('2022-07-01', { ...whole, benefits: '1' }))).toEqual({ budget: '9' });
  });

  it('is nothing where nothing was said', () => expect(standingFigures(begun)).toEqual({}));
});

describe('whatever is reported and corrected', () => {
  const TOGETHER = ['plannedValue', 'earnedValue', 'actualCost'] as const;
  const amount = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined });
  const figures = fc
    .record({ plannedValue: amount, earnedValue: amount, actualCost: amount, budget: amount, start: amount })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)));
  const reports = fc.array(fc.record({ figures, isListed: fc.boolean() }), { minLength: 1, maxLength: 8 });
  const corrections = fc.array(fc.tuple(fc.nat(7), figures), { maxLength: 8 });
  const day = (at: number) => `2026-01-0${at + 1}`;

  it('a figure stands as the last report since the last list says it, and the three are of one report', () =>
    fc.assert(
      fc.property(reports, corrections, (given, changes) => {
        const reads = given.map((one) => one.figures as Readonly<Record<string, string | undefined>>);
        let row = given
          .map((one, at) => said(day(at), one.figures, one.isListed ? 'import' : 'live'))
          .reduce(afterReport, begun);
        for (const [at, changed] of changes) {
          const place = at % given.length;
          reads[place] = changed;
          row = afterCorrection(row, corrected(day(place), changed));
        }
        const since = reads.slice(
          Math.max(
            0,
            given.findLastIndex(({ isListed }) => isListed),
          ),
        );
        const standing: Readonly<Record<string, string | undefined>> = standingValues(row);
        expect(standing).toEqual(
          Object.fromEntries(Object.entries(standingFigures(row)).map(([name, { value }]) => [name, value])),
        );
        for (const name of ['budget', 'start'])
          expect(standing[name]).toBe(since.findLast((one) => one[name] !== undefined)?.[name]);
        const one = since.findLast((read) => TOGETHER.some((name) => read[name] !== undefined));
        expect(TOGETHER.map((name) => standing[name])).toEqual(TOGETHER.map((name) => one?.[name]));
      }),
    ));
});
