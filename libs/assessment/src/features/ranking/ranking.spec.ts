import { modelIdOf } from '../../domain/scoring-model';
import {
  draftModel,
  hasModel,
  importsHistory,
  proposesTunnel,
  publishModel,
} from '../../testing/imported-history';
import { Office, portfolioId, portfolioName } from '../../testing/office';
import { RankingQuery } from './ranking.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const ranking = async (at?: string, model?: string) =>
  office.queries.execute(
    new RankingQuery(await office.reading(at), { portfolioId, ...(model === undefined ? {} : { model }) }),
  );
const ranked = (answer: Awaited<ReturnType<typeof ranking>>) => {
  if ('outcome' in answer) return answer.refusal.code;
  const { model, notices, rows } = answer;
  return {
    model: model.name,
    inRetrospect: model.inRetrospect,
    notices: notices.map(({ code }) => code),
    rows: rows.map(({ rank, name, score }) => [rank, name, score]),
  };
};

describe('the ranking of an imported portfolio', () => {
  beforeEach(() => importsHistory(office));

  it('ranks now by the model that came along, and says that its dates are not settled', async () => {
    expect(ranked(await ranking())).toEqual({
      model: 'Delivery health 1',
      inRetrospect: false,
      notices: ['dates-not-settled'],
      rows: [
        [1, 'Bridge', '5'],
        [2, 'Airport', '4.2'],
      ],
    });
  });

  it('ranks an earlier day by what was known then, and says that the model was not', async () => {
    const answer = await ranking('2018-12-31T23:59:59.999Z');
    expect(ranked(answer)).toEqual({
      model: 'Delivery health 1',
      inRetrospect: true,
      notices: ['model-in-retrospect', 'dates-not-settled'],
      rows: [
        [1, 'Airport', '4.2'],
        [2, 'Bridge', '3.5'],
        [null, 'Canal', null],
      ],
    });
    expect('notices' in answer && answer.notices[0]).toEqual({
      code: 'model-in-retrospect',
      text: 'The model “Delivery health 1” was published on 2026-03-02; it was not known on 2018-12-31.',
    });
  });

  it('says so of the last year of the lists, too, behind which the model stands on the timeline', async () =>
    expect(ranked(await ranking('2025-12-31T23:59:59.999Z'))).toMatchObject({
      inRetrospect: true,
      notices: ['model-in-retrospect', 'dates-not-settled'],
    }));

  it('says that nothing was known before the first list', async () => {
    const answer = await ranking('2017-12-31T23:59:59.999Z');
    expect(ranked(answer)).toEqual({
      model: 'Delivery health 1',
      inRetrospect: true,
      notices: ['nothing-known', 'model-in-retrospect'],
      rows: [],
    });
    expect('portfolio' in answer && answer.portfolio).toEqual({ id: portfolioId, name: portfolioName });
  });

  it('answers the same for an earlier day after the history is settled and another model is published', async () => {
    const before = JSON.stringify(await ranking('2018-12-31T23:59:59.999Z'));
    await hasModel(office, 'Later');
    expect(JSON.stringify(await ranking('2018-12-31T23:59:59.999Z'))).toBe(before);
  });

  it('no longer says that dates are open once a live event has settled them', async () => {
    await hasModel(office, 'Later');
    expect(ranked(await ranking())).toMatchObject({ model: 'Later', notices: [] });
  });
});

describe('which model ranks', () => {
  beforeEach(async () => {
    await office.opens();
    await proposesTunnel(office, '3');
  });

  it('is none where none is published', async () => {
    await draftModel(office, 'Draft');
    expect(ranked(await ranking())).toBe('no-published-model');
  });

  it('is asked of no portfolio that was not there yet: that is what is said where no model is published', async () => {
    const early = await office.reading();
    const then = { ...early, cut: { ...early.cut, number: 0 } };
    const answer = await office.queries.execute(new RankingQuery(then, { portfolioId }));
    expect(answer).toMatchObject({
      refusal: {
        code: 'portfolio-not-known-then',
        message: `Portfolio ${portfolioId} was not known as of ${then.cut.at}.`,
      },
    });
  });

  it('is the one published last, as known at the cut', async () => {
    await hasModel(office, 'First');
    const then = await office.reading();
    await draftModel(office, 'Second');
    await hasModel(office, 'Third');
    await publishModel(office, 'Second');
    const byDefault = async (reading: typeof then) =>
      ranked(await office.queries.execute(new RankingQuery(reading, { portfolioId })));
    expect(await byDefault(then)).toMatchObject({ model: 'First', inRetrospect: false });
    expect(await byDefault(await office.reading())).toMatchObject({ model: 'Second', inRetrospect: false });
  });

  it('is the first ever published where none was known then', async () => {
    const then = await office.reading();
    await hasModel(office, 'First');
    await hasModel(office, 'Second');
    await office.cut();
    const answer = await office.queries.execute(new RankingQuery(then, { portfolioId }));
    expect(ranked(answer)).toMatchObject({
      model: 'First',
      inRetrospect: true,
      notices: ['model-in-retrospect'],
    });
    expect('notices' in answer && answer.notices[0]?.text).toBe(
      'The model “First” was published on 2026-03-02T09:00:00.000Z; it was not known on 2026-03-02T09:00:00.000Z.',
    );
  });

  it('is the one asked for, by name or by id', async () => {
    await hasModel(office, 'First');
    await hasModel(office, 'Second');
    expect(ranked(await ranking(undefined, 'first'))).toMatchObject({ model: 'First', inRetrospect: false });
    expect(ranked(await ranking(undefined, modelIdOf(portfolioId, 'First')))).toMatchObject({
      model: 'First',
    });
  });

  it('is neither a draft nor one that does not exist', async () => {
    await hasModel(office, 'First');
    await draftModel(office, 'Draft');
    expect(ranked(await ranking(undefined, 'Draft'))).toBe('model-not-published');
    expect(ranked(await ranking(undefined, 'Nothing'))).toBe('model-unknown');
  });

  it('ranks no portfolio that nobody opened', async () => {
    const nobody = { portfolioId: 'a0a6c0de-0000-8000-8000-000000000002' };
    expect(ranked(await office.queries.execute(new RankingQuery(await office.reading(), nobody)))).toBe(
      'portfolio-unknown',
    );
  });

  it('ranks a proposal by its business case until a report says otherwise', async () => {
    await hasModel(office, 'First');
    expect(ranked(await ranking())).toMatchObject({ rows: [[1, 'Tunnel', '2']] });
  });
});
