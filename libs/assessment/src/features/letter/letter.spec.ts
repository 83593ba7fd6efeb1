import { hasModel, idOf, importsHistory, proposesTunnel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { SwapQuery } from '../swap/swap.query';
import type { LetterParams } from './letter';
import { LetterQuery } from './letter.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const letter = async (projectId: string, asked: Partial<LetterParams> = {}, at?: string) => {
  const answer = await office.queries.execute(
    new LetterQuery(await office.reading(at), { portfolioId, projectId, ...asked }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.code);
  return answer;
};

const swap = async (projectId: string, side: 'above' | 'below', at?: string) => {
  const answer = await office.queries.execute(
    new SwapQuery(await office.reading(at), { portfolioId, projectId, with: side }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.code);
  return answer;
};

const in2018 = '2018-12-31T23:59:59.999Z';

describe('a letter on imported work', () => {
  beforeEach(() => importsHistory(office));

  it('says why it stands there, what would lift it, and what to know beside', async () => {
    const { text, lift, line, cost } = await letter(idOf('Bridge'), {}, in2018);
    expect(text.split('\n\n')).toEqual([
      '“Bridge” asks for GBP 90,000,000 over its life, as last reported, in the portfolio “Major projects”.',
      'On 2018-12-31 it stood 2 of 2 ranked components by the scoring model “Delivery health 1”, with a score of 3.500. Next above it stood “Airport” with a score of 4.200.',
      [
        'Delivery confidence (weight 60 %): amber, which means “Delivery appears feasible; significant issues exist but appear resolvable”; it adds 1.500.',
        'Budget variance (weight 25 %, less is better): 2.0 %, which means “On budget: within 5 %, which needs no explanation”; it adds 1.250.',
        'Whole-life cost (weight 15 %, less is better): GBP 90,000,000, which means “Below £100 million: small among major projects”; it adds 0.750.',
      ].join('\n'),
      'The smallest single change that would lift it by a place: delivery confidence of “Bridge” at amber-green instead of amber, which puts Delivery confidence on 3.75 (Delivery appears probable; risks need constant attention) and adds 0.750. Then “Bridge” stands 1 instead of 2. Others move, too: “Airport” (1 → 2).',
      expect.stringContaining('it was not known on 2018-12-31'),
    ]);
    expect([line, cost, lift?.effect]).toEqual([null, { amount: '90000000', basis: 'reported' }, '0.75']);
  });

  it('says what is missing', async () =>
    expect((await letter(idOf('Airport'))).text).toContain(
      'Not known, and counted nowhere: Budget variance (no budget was reported: the list of 2019-07-01 leaves it out; a later report with its budget would say it). Values are there for 75 % of the weight.',
    ));

  it('says what would give a rank to what has none', async () => {
    const { text, lift } = await letter(idOf('Canal'), {}, in2018);
    expect(text).toContain('On 2018-12-31 it stood unranked by the scoring model “Delivery health 1”.');
    expect(text).toContain('what it will cost over its life is not known');
    expect(text).toContain('The smallest single change that would give it a rank: delivery confidence');
    expect(lift).toMatchObject({ input: 'delivery-confidence', from: null });
    expect(text).toContain('it was not known on 2018-12-31');
  });

  it('needs no lift for what stands first, or above the line', async () => {
    expect((await letter(idOf('Bridge'))).lift).toBeNull();
    const funded = await letter(idOf('Airport'), { budget: '6090000000' });
    expect(funded.line).toMatchObject({ left: '0', lineRank: null, here: { funded: 'above' } });
    expect([funded.lift, funded.text.includes('It stands above the line.')]).toEqual([null, true]);
  });

  it('lifts above the line at the cost that the change leaves', async () => {
    const { lift, text, line } = await letter(idOf('Airport'), { budget: '189999999.99' });
    expect(line?.here).toMatchObject({ funded: 'below', shortBy: '5900000000.01' });
    expect(lift).toMatchObject({
      input: 'reported-cost',
      from: '6000000000',
      to: '99999999.99',
      after: [{ rank: 2, score: '5' }],
    });
    expect(text).toContain('the budget lacks GBP 5,900,000,000.01 for it');
  });

  it('says where no single change lifts it', async () =>
    expect((await letter(idOf('Airport'), { budget: '0' })).text).toContain(
      'No single change of a figure or a rating, all else as it is, would lift it above the line.',
    ));

  it('says of a reported cost that alone lifts it no more than that', async () => {
    const { text } = await letter(idOf('Airport'), { budget: '5', rule: 'fill' });
    expect(text).toContain(
      '\n\nBy its cost alone it would fit if it were reported to cost GBP 5 instead of GBP 6,000,000,000',
    );
    expect(text).not.toContain('No single change');
  });
});

describe('what would swap two neighbours', () => {
  beforeEach(() => importsHistory(office));

  it('is one change of either, with where both then stand', async () =>
    expect(await swap(idOf('Bridge'), 'above', in2018)).toMatchObject({
      other: { name: 'Airport', rank: 1 },
      swap: {
        component: { name: 'Bridge' },
        input: 'delivery-confidence',
        before: [
          { name: 'Bridge', rank: 2, score: '3.5' },
          { name: 'Airport', rank: 1, score: '4.2' },
        ],
        others: [],
        effect: '0.75',
        after: [
          { name: 'Bridge', rank: 1, score: '4.25' },
          { name: 'Airport', rank: 2, score: '4.2' },
        ],
      },
    }));

  it('may be a change of the other, where no figure of its own does it', async () =>
    expect((await swap(idOf('Airport'), 'above')).swap?.component.name).toBe('Bridge'));

  it('is told alike from the other side, but for who is asked for', async () => {
    const [up, down] = [await swap(idOf('Airport'), 'above'), await swap(idOf('Bridge'), 'below')];
    expect(down.swap?.effect).toBe(up.swap?.effect);
  });

  it('is nothing beside nobody, and the reason is said', async () => {
    expect((await swap(idOf('Bridge'), 'above')).sentence).toBe('No ranked component stands above “Bridge”.');
    expect((await swap(idOf('Canal'), 'above', in2018)).sentence).toMatch(
      /^“Canal” stands unranked, beside nobody\. Not ranked: values for 0 % of the weight/,
    );
  });
});

it('no single change swaps what one scale cannot', async () => {
  await office.opens();
  const id = await proposesTunnel(office, '9');
  await hasModel(office, 'One');
  const answer = await swap(id, 'below');
  expect([answer.other, answer.swap]).toEqual([null, null]);
});
