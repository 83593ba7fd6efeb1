import { ReportStatusCommand, type ReportedFigures } from '@docket/project';
import { modelIdOf } from '../../domain/scoring-model';
import { aCriterion, aDefinition } from '../../domain/scoring-model/models.fixture';
import { hasModel, idOf, importsHistory, knownIn, proposesTunnel } from '../../testing/imported-history';
import { Office, portfolioId, portfolioName } from '../../testing/office';
import { ExplainQuery } from './explain.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const explanation = async (projectId: string, at?: string) =>
  office.queries.execute(new ExplainQuery(await office.reading(at), { portfolioId, projectId }));

describe('the explanation of a place', () => {
  beforeEach(() => importsHistory(office));

  it('gives for each criterion value, anchor, contribution and the event it came from, and the neighbours', async () => {
    const stream = `spec-project-${idOf('Bridge')}`;
    const event = { eventId: expect.any(String), type: 'StatusReported.v2', stream };
    const origin = { ...event, number: 9, revision: 2, date: knownIn(2019) };
    const said = (figure: string, value: string) => ({
      ...{
        figure,
        value,
        reportedFor: '2019-07-01',
        eventId: expect.any(String),
        number: 9,
        leftOutBy: null,
      },
    });
    expect(await explanation(idOf('Bridge'))).toEqual({
      portfolio: { id: portfolioId, name: portfolioName },
      model: {
        id: modelIdOf(portfolioId, 'Delivery health 1'),
        name: 'Delivery health 1',
        publishedAt: '2026-03-02T09:00:00.000Z',
        effectiveFrom: '2026-03-02',
        inRetrospect: false,
        retired: false,
        notYetEffective: false,
      },
      notices: [{ code: 'dates-not-settled', text: expect.any(String) }],
      row: {
        rank: 1,
        reason: 'Lifted most by Delivery confidence (3 of 3); held back by nothing.',
        id: idOf('Bridge'),
        name: 'Bridge',
        score: '5',
        coverage: '1',
        tieBreak: [{ key: 'score', value: '5' }],
        contributions: [
          { criterion: 'delivery-confidence', points: '3' },
          { criterion: 'budget-variance', points: '1.25' },
          { criterion: 'whole-life-cost', points: '0.75' },
        ],
      },
      ranked: 2,
      criteria: [
        {
          criterion: 'delivery-confidence',
          name: 'Delivery confidence',
          measure: 'delivery-confidence',
          weight: '0.6',
          direction: 'benefit',
          unit: null,
          value: 'green',
          scale: 'ipa-5',
          rated: null,
          missing: null,
          anchor: {
            points: '5',
            credit: '5',
            maximum: '5',
            meaning: 'Successful delivery to time, cost and quality appears highly likely.',
          },
          contribution: '3',
          origin,
          figures: [],
        },
        {
          criterion: 'budget-variance',
          name: 'Budget variance',
          measure: 'budget-variance',
          weight: '0.25',
          direction: 'cost',
          unit: 'ratio',
          value: '0.02',
          scale: null,
          rated: null,
          missing: null,
          anchor: {
            points: '0',
            credit: '5',
            maximum: '5',
            meaning: 'On budget: within 5 %, which needs no explanation.',
            from: null,
            below: '0.05',
          },
          contribution: '1.25',
          origin,
          figures: [said('budget', '10000000'), said('forecast', '10200000')],
        },
        {
          criterion: 'whole-life-cost',
          name: 'Whole-life cost',
          measure: 'whole-life-cost',
          weight: '0.15',
          direction: 'cost',
          unit: 'GBP',
          value: '90000000',
          scale: null,
          rated: null,
          missing: null,
          anchor: {
            points: '0',
            credit: '5',
            maximum: '5',
            meaning: 'Below £100 million: small among major projects.',
            from: null,
            below: '100000000',
          },
          contribution: '0.75',
          origin,
          figures: [said('wholeLifeCost', '90000000')],
        },
      ],
      above: null,
      below: {
        rank: 2,
        id: idOf('Airport'),
        name: 'Airport',
        score: '4.2',
        separatedBy: { here: { key: 'score', value: '5' }, there: { key: 'score', value: '4.2' } },
      },
    });
  });

  it('names on an earlier day the event that had stated the value by then', async () => {
    const answer = await explanation(idOf('Bridge'), '2018-12-31T23:59:59.999Z');
    expect('criteria' in answer && answer.criteria[0]).toMatchObject({
      value: 'amber',
      origin: { revision: 1, date: knownIn(2018) },
    });
  });

  it('says why a value is missing, and names no event for it', async () => {
    const answer = await explanation(idOf('Airport'), '2018-12-31T23:59:59.999Z');
    expect('criteria' in answer && answer.criteria[1]).toMatchObject({
      criterion: 'budget-variance',
      value: null,
      missing: 'budget is zero',
      anchor: null,
      contribution: null,
      origin: null,
    });
  });

  it('explains an unranked one without neighbours', async () => {
    const answer = await explanation(idOf('Canal'), '2018-12-31T23:59:59.999Z');
    expect(answer).toMatchObject({ row: { rank: null }, above: null, below: null, ranked: 2 });
  });

  it('refuses a project that left, and one that nobody knows', async () => {
    expect(await explanation(idOf('Canal'))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'project-not-ranked' },
    });
    expect(await explanation(idOf('Nothing'))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'project-unknown' },
    });
  });

  it('names the proposal for a whole-life cost that no report has given, and the report once one has', async () => {
    const projectId = await proposesTunnel(office, '300000000');
    await hasModel(office, 'Cost', aDefinition([aCriterion()]));
    const origin = async () => {
      const answer = await explanation(projectId);
      return 'criteria' in answer && answer.criteria[0]?.origin;
    };
    const report = (reportedFor: string, figures: ReportedFigures) => {
      office.clock.set(`${reportedFor}T12:00:00.000Z`);
      return office.does(
        new ReportStatusCommand(office.request('report', reportedFor), { projectId, reportedFor, figures }),
      );
    };
    const [proposed, reported] = [
      { type: 'ProjectProposed.v2', revision: 0 },
      { type: 'StatusReported.v2', revision: 2 },
    ];
    expect(await origin()).toMatchObject(proposed);
    await report('2026-04-30', { budget: '1' });
    expect(await origin()).toMatchObject(proposed);
    await report('2026-05-31', { wholeLifeCost: '300000000' });
    expect(await origin()).toMatchObject(reported);
    await report('2026-06-30', { wholeLifeCost: '300000000' });
    expect(await origin()).toMatchObject({ ...reported, revision: 3 });
  });
});
