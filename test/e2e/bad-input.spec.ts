import { refusedAim } from './refused-aim.fixture';
import { refusedBody } from './refused-body.fixture';
import { refusedGovernance } from './refused-governance.fixture';
import type { Case } from './refused-input.fixture';
import { refusedScheme } from './refused-scheme.fixture';
import { refusedPortfolio } from './refused-portfolio.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { board, bridge } from './samples.fixture';
import { sendCase } from './send-case.fixture';

const key = () => crypto.randomUUID();

const P = '/api/v1/portfolios/{portfolioId}';
const aye = { choice: 'for', reason: 'It is worth it.' };

describe('bad input', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it.each<Case>([...refusedPortfolio, ...refusedGovernance, ...refusedBody, ...refusedScheme, ...refusedAim])(
    'is refused, and nothing is stored: %s',
    async (...given) => {
      const before = await office.head();
      expect(inShort(await sendCase(office, given))).toBe(given[4]);
      expect(await office.head()).toBe(before);
    },
  );

  it('circles of portfolios are refused, whatever stands between, and nothing is stored', async () => {
    const nodes = office.aimed(`${P}/nodes`);
    const parentId = office.ids.nodeId;
    const inner = await office.create('p-otto', nodes, { kind: 'programme', name: 'Piers', parentId });
    const otto = await office.as('p-otto');
    const before = await office.head();
    const answer = await otto.write('PUT', office.aimed(`${P}/nodes/{nodeId}/place`), { parentId: inner });
    expect([inShort(answer), answer.body.detail, await office.head()]).toEqual([
      '409 circle-of-portfolios',
      '"Bridges" would stand in itself: "Bridges" in "Piers" in "Bridges". Move it to a place outside of it.',
      before,
    ]);
  });

  it('is refused without a key', async () => {
    const maya = await office.as('p-maya');
    const answer = await maya.ask('POST', '/api/v1/portfolios', {
      body: { name: 'New', currency: 'GBP', timeZone: 'UTC' },
    });
    expect(inShort(answer)).toBe('400 idempotency-key-missing');
  });

  it.each([
    ['where a number belongs', '/api/v1/portfolios/{portfolioId}/bodies', '"minimumSeats":2'],
    ['where text belongs', '/api/v1/portfolios/{portfolioId}/projects', '"wholeLifeCost":"12500000"'],
    ['in a field nobody knows', '/api/v1/portfolios', '"currency":"GBP"'],
  ])('is a number that cannot be kept, %s: the answer names it', async (_, path, given) => {
    const sent = { ...board, ...bridge, name: 'Beyond', currency: 'GBP', timeZone: 'UTC' };
    const raw = JSON.stringify(sent).replace(given, `${given.split(':')[0]}:-1e400`);
    expect(raw).toContain('-1e400');
    const before = await office.head();
    const caller = await office.as('p-otto');
    const answer = await caller.ask('POST', office.aimed(path), {
      raw,
      headers: { 'idempotency-key': key() },
    });
    expect([inShort(answer), answer.body.detail]).toEqual([
      '400 body-malformed',
      'The number -1e400 cannot be kept: it is too large.',
    ]);
    expect(await office.head()).toBe(before);
  });

  it('recused voters are kept from the vote on what is their own', async () => {
    const bodyId = await office.create('p-otto', office.aimed(`${P}/bodies`), { ...board, name: 'Peers' });
    for (const seat of [
      { personId: 'p-chen', role: 'chair' },
      { personId: 'p-bea', role: 'member' },
      { personId: 'p-sam', role: 'member' },
    ])
      await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
    const projectId = await office.create('p-priya', office.aimed(`${P}/projects`), {
      ...bridge,
      name: 'Of Sam',
      manager: 'p-sam',
    });
    const motion = await office.motion({ ...office.ids, bodyId, projectId });
    await office.done('p-chen', `/api/v1/motions/${motion}/ballot`);
    const before = await office.head();
    expect(inShort(await (await office.as('p-sam')).post(`/api/v1/motions/${motion}/votes`, aye))).toBe(
      '403 recused',
    );
    expect(await office.head()).toBe(before);
  });

  it('a second vote takes the place of the first, and counts once', async () => {
    const chen = await office.as('p-chen');
    const path = office.aimed('/api/v1/motions/{motionId}');
    await chen.post(`${path}/votes`, aye);
    const { body } = await chen.post(`${path}/votes`, { choice: 'against', reason: 'On second thoughts.' });
    const { votes } = (await chen.get(`${path}?after=${body.position}`)).body;
    expect(votes.filter(({ personId }: { personId: string }) => personId === 'p-chen')).toEqual([
      expect.objectContaining({ choice: 'against' }),
    ]);
  });
});
