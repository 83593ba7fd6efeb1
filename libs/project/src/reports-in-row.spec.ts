import type { Metadata, Recorded } from '@docket/kernel';
import * as fc from 'fast-check';
import type { StatusReportCorrected, StatusReported } from './domain/project';
import type { ProjectRow } from './project.tables';
import { afterCorrection, afterReport } from './reports-in-row';

const meta: Metadata = {
  stream: 's',
  revision: 0,
  previous: null,
  actor: 'ada',
  authentication: 'test',
  commandId: 'c',
  bodyDigest: 'b',
  correlationId: 'k',
  recordedAt: '2026-03-02T09:00:00.000Z',
  origin: 'live',
  guards: [],
};
const recorded = { id: 'e', meta, position: '1', revision: 0, stream: 's' };
const begun: ProjectRow = {
  revision: 0,
  portfolio: 'p',
  name: 'Bridge',
  department: null,
  category: null,
  reference: null,
  status: 'authorised',
  status_since: '2018-07-01T00:00:00.000Z',
  since: '2019-01-01',
  absent_from: null,
  proposer: null,
  sponsor: null,
  manager: null,
  declined: [],
  interested: [],
  open_motion: null,
  must_have: null,
  node: null,
  business_case: null,
  baseline: null,
  reports: 0,
  first_finish: null,
  finishes: [],
  last_report: null,
  previous_report: null,
  said: [],
  confidences: [],
};
const figuresOf = (finish: string | undefined) => (finish === undefined ? {} : { finish });
const reported = (reportedFor: string, finish?: string): Recorded<StatusReported> => ({
  ...recorded,
  type: 'StatusReported',
  data: { projectId: 'p', reportedFor, figures: figuresOf(finish) },
});
const corrected = (reportedFor: string, finish?: string): Recorded<StatusReportCorrected> => ({
  ...recorded,
  type: 'StatusReportCorrected',
  data: { projectId: 'p', reportedFor, figures: figuresOf(finish), corrects: 0, reason: 'Mistyped.' },
});

describe('the first finish that slip is measured from', () => {
  const afterTwo = [reported('2019-01-01', '2021-01-01'), reported('2019-02-01', '2022-02-02')].reduce(
    afterReport,
    begun,
  );

  it('is that of the second report once the first is corrected to give none', () =>
    expect(afterCorrection(afterTwo, corrected('2019-01-01')).first_finish).toBe('2022-02-02'));

  it('is not touched by a correction of a later report', () =>
    expect(afterCorrection(afterTwo, corrected('2019-02-01', '2030-01-01')).first_finish).toBe('2021-01-01'));

  it('is always the earliest that stands, whatever is reported and corrected', () => {
    const finish = fc.option(fc.constantFrom('2021-01-01', '2022-02-02', '2023-03-03'), { nil: undefined });
    const day = (at: number) => `2019-01-0${at + 1}`;
    const given = fc.array(finish, { minLength: 1, maxLength: 8 });
    const corrections = fc.array(fc.tuple(fc.nat(7), finish), { maxLength: 12 });
    fc.assert(
      fc.property(given, corrections, (finishes, changes) => {
        const standing = [...finishes];
        let row = finishes.map((one, at) => reported(day(at), one)).reduce(afterReport, begun);
        for (const [at, one] of changes) {
          const place = at % finishes.length;
          standing[place] = one;
          row = afterCorrection(row, corrected(day(place), one));
        }
        expect(row.first_finish).toBe(standing.find((one) => one !== undefined) ?? null);
        expect([row.reports, row.last_report?.figures.finish, row.previous_report?.figures.finish]).toEqual([
          finishes.length,
          standing.at(-1),
          standing.at(-2),
        ]);
      }),
    );
  });
});

describe('the last reports of a project', () => {
  const listed = reported('2019-01-01');
  const confidence = { scale: 'ipa-5', rating: 'red', reviewer: 'ada' };
  const rated = { ...listed, data: { ...listed.data, confidence } };

  it('keep a rating that was taken in with them, also from days when reports had one', () =>
    expect(afterReport(begun, rated).last_report).toMatchObject({ confidence }));

  it('keep it when they are corrected, but for one that once said another', () => {
    const green = { scale: 'ipa-5', rating: 'green' };
    const once = corrected('2019-01-01');
    const row = afterCorrection(afterReport(begun, rated), once);
    expect(row.last_report).toMatchObject({ confidence });
    const said = { ...once, data: { ...once.data, confidence: green } };
    expect(afterCorrection(row, said).last_report).toMatchObject({ confidence: green });
  });

  it('keep what was counted only where it was reported', () => {
    const counted = reported('2019-01-01');
    const full = {
      ...counted,
      data: { ...counted.data, ownStatus: 'red', requirements: { assessed: 2, met: 1 } },
    } as const;
    expect(afterReport(begun, full).last_report).toEqual({
      reportedFor: '2019-01-01',
      figures: {},
      confidence: null,
      ownStatus: 'red',
      requirements: { assessed: 2, met: 1 },
      eventId: 'e',
      revision: 0,
    });
  });
});
