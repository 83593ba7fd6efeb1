import { aCriterion, aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import { assesses, opensWithProposals, proposes, worthId } from '../../testing/assessed-portfolio';
import { draftModel, publishModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import type { LetterParams } from './letter';
import { LetterQuery } from './letter.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const letter = async (projectId: string, asked: Partial<LetterParams> = {}) => {
  const answer = await office.queries.execute(
    new LetterQuery(await office.reading(), { portfolioId, projectId, ...asked }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.code);
  return answer;
};

const confidence = aCriterion({
  ...{ id: 'confidence', name: 'Delivery confidence', measure: 'delivery-confidence' },
  direction: 'benefit',
  scale: {
    kind: 'levels',
    maximum: '5',
    levels: ['red', 'amber', 'green'].map((rating, points) => ({
      ...{ scale: 'ipa-3', rating, points: `${points}`, meaning: rating },
    })),
  },
});

const hasDeliveryModel = async () => {
  await draftModel(office, 'Delivery', aDefinition([confidence]));
  await publishModel(office, 'Delivery');
};

describe('a letter on a proposal that a model of delivery knows nothing of', () => {
  it('names the models by which proposals are ranked, and advises no report', async () => {
    const [bridge = ''] = await opensWithProposals(office, 'Bridge');
    await hasDeliveryModel();
    await draftModel(office, 'Cheap', aDefinition([aCriterion()]));
    await publishModel(office, 'Cheap');
    await draftModel(office, 'Delivery again', aDefinition([confidence]));
    await publishModel(office, 'Delivery again');
    const { text, lift, proposalsRankedBy } = await letter(bridge, { model: 'Delivery' });
    expect(proposalsRankedBy?.map(({ name }) => name)).toEqual(['Worth', 'Cheap']);
    expect(text).toContain(
      '“Delivery” ranks work under way, by what is reported of it; of this proposal it has no value at all. Proposals are ranked by “Worth” and “Cheap”: ask for this letter by that model.',
    );
    expect([lift, text.includes('smallest single change')]).toEqual([null, false]);
  });

  it('says where no model in force ranks proposals', async () => {
    await office.opens();
    const id = await proposes(office, 'Bridge');
    await hasDeliveryModel();
    const { text, proposalsRankedBy } = await letter(id);
    expect(proposalsRankedBy).toEqual([]);
    expect(text).toContain(
      'No other model in force ranks proposals: it takes one that assessors rate them by.',
    );
  });

  it('does not where the model lacks no more than ratings', async () => {
    const [bridge = ''] = await opensWithProposals(office, 'Bridge');
    await draftModel(office, 'Judged', aDefinition([aRatedCriterion()]));
    await publishModel(office, 'Judged');
    const { proposalsRankedBy, text } = await letter(bridge, { model: 'Judged' });
    expect(proposalsRankedBy).toBeNull();
    expect(text).toContain('single change');
  });
});

describe('a letter under a budget', () => {
  const ofThree = async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
    const ferry = await proposes(office, 'Ferry', '1');
    await assesses(office, 'mia', bridge, { fit: '5', reach: '5' });
    await assesses(office, 'mia', tunnel, { fit: '4', reach: '4' });
    await assesses(office, 'mia', ferry, { fit: '1', reach: '1' });
    return { bridge, tunnel, ferry, none: await proposes(office, 'Canal', '4') };
  };
  const paragraph = (text: string) => text.split('\n\n').find((one) => one.startsWith('The budget'));

  it('that ends at the first breach says that what is lacking is for all that ranks before it as well', async () => {
    const { tunnel, ferry } = await ofThree();
    expect(paragraph((await letter(tunnel, { budget: '4' })).text)).toBe(
      'The budget is GBP 4, spent in the order of ranks up to the first component that breaches it; GBP 1 of it is left. It stands below the line: the budget lacks GBP 2 for it together with all that come before it. Its cost is more than what is left of the budget. The line runs at rank 2.',
    );
    expect(paragraph((await letter(ferry, { budget: '4' })).text)).toContain(
      'the budget lacks GBP 3 for it together with all that come before it. It comes after rank 2',
    );
  });

  it('that is filled has no line: each is funded or passed over', async () => {
    const { tunnel, ferry } = await ofThree();
    expect(paragraph((await letter(ferry, { budget: '4', rule: 'fill' })).text)).toBe(
      'The budget is GBP 4, filled in the order of ranks, passing over what does not fit; GBP 0 of it is left. It is funded.',
    );
    const passed = await letter(tunnel, { budget: '4', rule: 'fill' });
    expect(paragraph(passed.text)).toContain(
      'It is passed over: when its turn came, the budget lacked GBP 2 for it. Its cost is more than what is left of the budget.',
    );
    expect(passed.text).toContain('it would fit if it asked for GBP 1 instead of GBP 3');
    expect(passed.text).not.toMatch(/the line/);
  });

  it('says once why it has no rank', async () => {
    const { none } = await ofThree();
    const { text } = await letter(none, { budget: '4', model: worthId });
    expect(text.match(/Not ranked: /g)).toHaveLength(1);
    expect(paragraph(text)).toContain('Without a rank it takes no part in it. The line runs at rank 2.');
  });
});
