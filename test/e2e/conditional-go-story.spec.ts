import { until } from '@docket/kernel/testing';
import { carriedConditionally, conditionNow, decidedConditionally, survey } from './conditions.fixture';
import { TestDocket, type Answer } from './docket.fixture';
import { MovedClock } from './moved-clock.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

const permit = { ...survey, what: 'The permit is there.', due: '2098-06-30', consequence: 'escalate' };
const fence = { ...survey, what: 'The fence stands.', consequence: 'kill-motion' };

describe('a conditional go whose conditions cannot be forgotten', () => {
  const clock = new MovedClock();
  let office: Office;
  let motionId: string;
  let ids: readonly string[];
  let docket: TestDocket | undefined;
  beforeAll(async () => {
    office = await Office.open();
    motionId = await carriedConditionally(office, 'Ford');
  });
  afterAll(async () => {
    clock.putBack();
    await (docket ?? office.docket).stopAndForget();
  });

  const decide = async (body: object): Promise<Answer> =>
    (await office.as('p-chen')).post(`/api/v1/motions/${motionId}/decision`, {
      rationale: 'If it is safe.',
      ...body,
    });
  const ask = async (person: string, id: string | undefined, what: string, body: object): Promise<Answer> =>
    (await office.as(person)).post(`/api/v1/conditions/${id}/${what}`, body);
  const listed = async (query: string, at: TestDocket = office.docket) => {
    const path = `/api/v1/portfolios/${office.ids.portfolioId}/conditions?${query}`;
    const { body } = await at.visitor.get(path);
    return body.rows.map(({ id, standing }: { id: string; standing: string }) => [id, standing]);
  };

  it.each([
    ['without conditions', {}, '422 conditions-missing'],
    ['with an empty list of them', { conditions: [] }, '400 fields-invalid'],
    ['with one without an owner', { conditions: [{ ...survey, owner: undefined }] }, '400 fields-invalid'],
    [
      'with one of an owner nobody knows',
      { conditions: [{ ...survey, owner: 'p-x' }] },
      '400 fields-invalid',
    ],
    [
      'with one due on a day that is over',
      { conditions: [{ ...survey, due: '2020-01-01' }] },
      '422 condition-due-in-the-past',
    ],
    [
      'with more than are followed',
      { conditions: Array.from({ length: 51 }, () => survey) },
      '400 fields-invalid',
    ],
  ])('is not recorded %s, and nothing is stored', async (_, body, refused) => {
    const before = await office.head();
    expect(inShort(await decide(body))).toBe(refused);
    expect(await office.head()).toBe(before);
  });

  it('is recorded with three of them, which the motion names and everybody reads', async () => {
    ids = await decidedConditionally(office, motionId, [survey, permit, fence]);
    expect(ids).toHaveLength(3);
    expect(await listed('standing=open')).toHaveLength(3);
    expect(await conditionNow(office, ids[0] ?? '')).toMatchObject({
      ...{ what: survey.what, owner: 'p-priya', standing: 'open', place: 1, motionId },
      ...{ dueUntil: '2099-04-01T23:00:00.000Z', confirmableUntil: '2099-04-15T23:00:00.000Z' },
    });
  });

  it('is met by evidence that others confirm, and waived by its chair alone', async () => {
    const [first, , third] = ids;
    expect(inShort(await ask('p-sam', first, 'evidence', { evidence: 'Mine.' }))).toBe('403 not-the-owner');
    expect(inShort(await ask('p-chen', first, 'confirmation', { finding: 'So.' }))).toBe(
      '409 evidence-not-given',
    );
    expect((await ask('p-priya', first, 'evidence', { evidence: 'Report 118.' })).status).toBe(200);
    expect(inShort(await ask('p-priya', first, 'confirmation', { finding: 'So.' }))).toBe(
      '403 not-yours-to-confirm',
    );
    expect(inShort(await ask('p-otto', third, 'waiver', { reason: 'So.' }))).toBe(
      '403 not-chair-or-secretary',
    );
    expect((await ask('p-chen', third, 'waiver', { reason: 'No sheep any more.' })).status).toBe(200);
    expect(inShort(await ask('p-otto', first, 'confirmation', { finding: 'Read.' }))).toBe('403 recused');
    expect((await ask('p-lena', first, 'confirmation', { finding: 'Read.' })).status).toBe(200);
    expect((await conditionNow(office, first ?? '')).ending).toMatchObject({ by: 'p-lena', words: 'Read.' });
    expect(inShort(await ask('p-chen', first, 'waiver', { reason: 'So.' }))).toBe('409 condition-not-open');
  });

  it('lapses while nobody looks, as of the end of its day, and calls the board to decide', async () => {
    const [first, second = '', third] = ids;
    const { folder } = office.docket;
    await office.docket.stop();
    clock.moveTo('2098-07-15T09:00:00.000Z');
    const later = await TestDocket.start(folder === undefined ? {} : { folder });
    docket = later;
    const one = async () => (await later.visitor.get(`/api/v1/conditions/${second}`)).body;
    const found = await until('the condition has lapsed', async () => {
      const condition = await one();
      return condition.standing === 'lapsed' && condition;
    });
    expect(found).toMatchObject({
      ending: { endedAt: '2098-06-30T23:00:00.000Z', by: 'process:condition-clock', unconfirmed: false },
      calledFor: { bodyId: office.ids.bodyId, ask: 'decision' },
    });
    expect(await listed('standing=lapsed', later)).toEqual([[second, 'lapsed']]);
    expect(await listed('standing=met', later)).toEqual([[first, 'met']]);
    expect(await listed('standing=waived', later)).toEqual([[third, 'waived']]);
    const history = (await later.visitor.get(`/api/v1/conditions/${second}/history`)).body.entries;
    expect(history.map(({ type }: { type: string }) => type)).toEqual([
      ...['ConditionSet', 'ConditionLapsed', 'MotionCalledFor'],
    ]);
  });

  it('was late on the day between, and open on the last of its days, whenever that is asked', async () => {
    const later = docket ?? office.docket;
    const [, second] = ids;
    expect(await listed('standing=late&asOf=2098-07-05', later)).toEqual([[second, 'late']]);
    expect(await listed('standing=open&asOf=2098-06-30', later)).toEqual([[second, 'open']]);
    const chen = await later.as('p-chen');
    const late = await chen.post(`/api/v1/conditions/${second}/waiver`, { reason: 'Too late.' });
    expect(inShort(late)).toBe('409 condition-not-open');
  });
});
