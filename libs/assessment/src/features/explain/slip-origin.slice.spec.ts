import { CorrectReportCommand, ReportStatusCommand } from '@docket/project';
import { aCriterion, aDefinition, naturalBands } from '../../domain/scoring-model/models.fixture';
import { proposes } from '../../testing/assessed-portfolio';
import { hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { ExplainQuery } from './explain.query';

const slips = aDefinition([
  aCriterion({
    ...{ id: 'slip', name: 'Slip', measure: 'schedule-slip' },
    scale: { kind: 'bands', maximum: '5', unit: 'days', bands: naturalBands },
  }),
]);
let office: Office;
let projectId = '';
beforeEach(async () => {
  office = await Office.open();
  await office.opens();
  await hasModel(office, 'Slip', slips);
  projectId = await proposes(office, 'Bridge');
  await office.authorises(projectId);
  await reports('2026-03-31', '2028-01-01');
  await reports('2026-04-30', '2028-02-01');
});
afterEach(() => office.close());

const reports = (reportedFor: string, finish: string) => {
  office.clock.set(`${reportedFor}T12:00:00.000Z`);
  return office.does(
    new ReportStatusCommand(office.request('report', reportedFor), {
      ...{ projectId, reportedFor, figures: { finish } },
    }),
  );
};
const slip = async () => {
  const answer = await office.queries.execute(
    new ExplainQuery(await office.reading(), { portfolioId, projectId }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  const [only] = answer.criteria;
  return [only?.value, only?.origin?.type, (only?.origin?.number ?? 0) - (only?.figures[0]?.number ?? 0)];
};

describe('a slip of the schedule', () => {
  it('was stated by the report that gave the finish last, as long as the first finish stays', async () =>
    expect(await slip()).toEqual(['31', 'StatusReported.v2', 0]));

  it('was stated by what corrected the first finish, where that came later', async () => {
    await office.does(
      new CorrectReportCommand(office.request('correct', 'c'), {
        ...{ projectId, reportedFor: '2026-03-31', reason: 'Mistyped.' },
        figures: { finish: '2028-01-15' },
      }),
    );
    expect(await slip()).toEqual(['17', 'StatusReportCorrected.v1', 1]);
  });
});
