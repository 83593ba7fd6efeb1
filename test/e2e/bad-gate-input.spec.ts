import { AtGates, liveThroughGates } from './gates.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { refusedAtGates, refusedClosures, refusedGates } from './refused-gate.fixture';
import type { Case } from './refused-input.fixture';
import { sendCase } from './send-case.fixture';

describe('bad input at gates and at the end', () => {
  let office: Office;
  let aims: Readonly<Record<string, string>>;
  beforeAll(async () => {
    office = await Office.open();
    const at = new AtGates(office);
    const { gated, closed } = await liveThroughGates(office);
    const [stopped, withdrawn] = [await at.propose('Stopped quay'), await at.propose('Withdrawn weir')];
    await at.decided(stopped, 'go');
    await at.decided(stopped, 'kill');
    await office.done('p-priya', `/api/v1/projects/${withdrawn}/withdrawal`, { reason: 'Superseded.' });
    await at.show(gated, 'case', 'funding', 'p-otto');
    const interest = { nature: 'family', description: 'My brother owns the quarry.' };
    await office.done('p-bea', `/api/v1/projects/${gated}/interests`, interest);
    aims = { gated, closed, stopped, withdrawn };
  });
  afterAll(() => office.close());

  it.each<Case>([...refusedGates, ...refusedAtGates, ...refusedClosures])(
    'is refused, and nothing is stored: %s',
    async (...given) => {
      const before = await office.head();
      expect(inShort(await sendCase(office, given, aims))).toBe(given[4]);
      expect(await office.head()).toBe(before);
    },
  );

  it('leaves what was asked twice under one key as it was: one effect, one answer', async () => {
    const priya = await office.as('p-priya');
    const body = { gate: 'case', criterion: 'options', what: 'The paper on the ferry.' };
    const path = `/api/v1/projects/${aims.gated}/gate/evidence`;
    const send = () => priya.post(path, body, 'one-and-the-same-key');
    const [first, second] = [await send(), await send()];
    expect([first.status, second.body]).toEqual([200, first.body]);
    const other = await priya.post(path, { ...body, what: 'Another.' }, 'one-and-the-same-key');
    expect(inShort(other)).toBe('422 idempotency-key-reused');
  });
});
