import { AddObjectiveCommand, WeighObjectivesCommand } from '@docket/portfolio';
import {
  ProposeProjectCommand,
  ReportStatusCommand,
  ReviseBusinessCaseCommand,
  type ReportedFigures,
} from '@docket/project';
import { aCriterion, aDefinition } from '../../domain/scoring-model/models.fixture';
import type { Criterion } from '../../domain/scoring-model/scoring-model.events';
import { assesses, opensWithProposals, proposes, worthId } from '../../testing/assessed-portfolio';
import { hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { ClaimContributionCommand } from '../claim-contribution/claim-contribution.command';
import { ConfirmContributionCommand } from '../confirm-contribution/confirm-contribution.command';
import { LetterQuery } from '../letter/letter.query';
import { RankingQuery } from '../ranking/ranking.query';
import { RetireModelCommand } from '../retire-model/retire-model.command';
import { SwapQuery } from './swap.query';

let office: Office;
let keys = 0;
const by = (actor: string) => office.requestOf(actor, 'ask', `key-${(keys += 1)}`);

beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const swap = async (projectId: string, asked: Readonly<{ model?: string }> = {}) => {
  const query = new SwapQuery(await office.reading(), { portfolioId, projectId, ...asked });
  const answer = await office.queries.execute(query);
  if ('outcome' in answer) throw new Error(answer.refusal.code);
  return answer;
};
const letter = async (projectId: string, asked: Readonly<{ model?: string; budget?: string }> = {}) => {
  const query = new LetterQuery(await office.reading(), { portfolioId, projectId, ...asked });
  const answer = await office.queries.execute(query);
  if ('outcome' in answer) throw new Error(answer.refusal.code);
  return answer;
};
const ranked = async () => {
  const answer = await office.queries.execute(new RankingQuery(await office.reading(), { portfolioId }));
  return 'rows' in answer ? answer.rows.map(({ name, rank }) => `${rank ?? '–'} ${name}`) : [];
};

const UNITS: Readonly<Partial<Record<Criterion['measure'], string>>> = {
  'strategic-alignment': 'points of 100',
  'schedule-slip': 'days',
  'whole-life-cost': 'GBP',
};

/** Worth a point more from each of these on, or a point less. */
const banded = (measure: Criterion['measure'], direction: Criterion['direction'], ...bounds: string[]) =>
  aCriterion({
    ...{ id: measure, name: 'It', measure, direction },
    scale: {
      ...{ kind: 'bands', maximum: '5', unit: UNITS[measure] ?? '' },
      bands: ['', ...bounds].map((from, points) => ({
        ...{ from: points === 0 ? null : from, below: bounds[points] ?? null },
        ...{ points: `${points}`, meaning: `${points} points.` },
      })),
    },
  });

describe('a change of a contribution', () => {
  let [bridge, tunnel, ferry, trucks, trains] = ['', '', '', '', ''];
  const adds = async (name: string) =>
    (
      await office.does(
        new AddObjectiveCommand(by('pmo'), {
          ...{ portfolioId, name, description: 'So.' },
          measure: { name, unit: 'pieces', direction: 'rises' },
          baseline: { value: '0', day: '2025-12-31' },
          target: { value: '10', day: '2030-12-31' },
        }),
      )
    ).id;
  const confirms = async (projectId: string, objectiveId: string, level: number) => {
    const judged = { projectId, objectiveId, level, reason: `It is ${level}.` };
    await office.does(new ClaimContributionCommand(by('linus'), judged));
    await office.does(new ConfirmContributionCommand(by('otto'), judged));
  };

  beforeEach(async () => {
    await office.opens();
    await hasModel(
      office,
      'A',
      aDefinition([banded('strategic-alignment', 'benefit', '20', '40', '60', '80')]),
    );
    bridge = await proposes(office, 'Bridge');
    tunnel = await proposes(office, 'Tunnel');
    ferry = await proposes(office, 'Ferry');
    [trucks, trains] = [await adds('No lorry turns back'), await adds('Trains run')];
    const weights = [
      { objectiveId: trucks, weight: '0.4' },
      { objectiveId: trains, weight: '0.6' },
    ];
    await office.does(new WeighObjectivesCommand(by('pmo'), { portfolioId, weights }));
    await confirms(tunnel, trains, 4);
    await confirms(bridge, trucks, 3);
    await confirms(bridge, trains, 2);
  });

  it('is told as a level of its scale, with the alignment that follows, and swaps two once it is confirmed', async () => {
    expect(await ranked()).toEqual(['1 Bridge', '2 Tunnel', '– Ferry']);
    const { swap: told, sentence } = await swap(tunnel);
    expect(told).toMatchObject({
      ...{ component: { name: 'Bridge' }, input: 'contribution', from: '3', to: '2' },
      objective: { id: trucks, name: 'No lorry turns back' },
      criteria: [{ from: { value: '60' }, to: { value: '50' } }],
    });
    expect(sentence).toContain(
      'the contribution of “Bridge” to “No lorry turns back” at supporting (2) instead of strong (3), which makes It 50 points of 100 instead of 60 points of 100 (2 points) and takes 1.000',
    );
    await confirms(bridge, trucks, 2);
    expect(await ranked()).toEqual(['1 Tunnel', '2 Bridge', '– Ferry']);
  });

  it('is none of a component that nobody confirmed to serve anything, but a first one in its letter', async () => {
    const { lift, text } = await letter(ferry);
    expect(lift).toMatchObject({ input: 'contribution', from: null, to: '1', objective: { id: trucks } });
    expect(text).toContain(
      'a first contribution of “Ferry” to “No lorry turns back” at indirect (1), confirmed by the PMO, which makes It 10 points of 100 instead of no value (0 points) and gives it a score',
    );
    await confirms(ferry, trucks, 1);
    expect(await ranked()).toContain('3 Ferry');
  });
});

describe('a change of a finish', () => {
  const start = '2027-01-01';
  const project = async (name: string, ...finishes: readonly string[]) => {
    const id = await proposes(office, name);
    for (const finish of finishes) await reports(id, { start, finish });
    return id;
  };
  const reports = async (projectId: string, figures: ReportedFigures) => {
    office.clock.set(new Date(Date.parse(office.clock.now()) + 86_400_000).toISOString());
    const reportedFor = office.clock.now().slice(0, 10);
    await office.does(new ReportStatusCommand(by('linus'), { projectId, reportedFor, figures }));
  };
  const slip = (...bounds: string[]) => aDefinition([banded('schedule-slip', 'cost', ...bounds)]);

  it('comes in a later report, after which they are swapped: the finish first reported stays', async () => {
    await office.opens();
    await hasModel(office, 'Slip', slip('1', '31'));
    const bridge = await project('Bridge', '2027-01-01');
    const ferry = await project('Ferry', '2027-01-01', '2027-01-11');
    expect(await ranked()).toEqual(['1 Bridge', '2 Ferry']);
    const { swap: told, sentence } = await swap(ferry);
    expect(told).toMatchObject({ input: 'finish', component: { name: 'Bridge' }, to: '2027-02-01' });
    expect(sentence).toContain(
      'finish of “Bridge” in a later report at 2027-02-01 instead of 2027-01-01, which makes It 31 days instead of 0 days',
    );
    await reports(bridge, { start, finish: told?.to });
    expect(await ranked()).toEqual(['1 Ferry', '2 Bridge']);
  });

  it('is never before the start that was reported: nobody could report it', async () => {
    await office.opens();
    await hasModel(office, 'Slip', slip('-400', '0'));
    await project('Bridge', '2027-01-01');
    const ferry = await project('Ferry', '2027-01-01', '2027-01-11');
    expect((await swap(ferry)).swap).toBeNull();
    expect((await letter(ferry)).text).toContain('No single change of a figure or a rating');
  });
});

describe('a change of a business case', () => {
  const parted = (name: string, wholeLifeCost: string) => ({
    ...{ name, summary: 'So.', sponsor: 'grace', manager: 'linus', wholeLifeCost },
    ...{ start: '2027-01-01', finish: '2027-12-31', budgetByYear: [{ year: 2027, amount: wholeLifeCost }] },
  });
  let ferry = '';
  beforeEach(async () => {
    await office.opens();
    await hasModel(office, 'Size', aDefinition([banded('whole-life-cost', 'cost', '850')]));
    await proposes(office, 'Bridge', '1000');
    const data = { portfolioId, ...parted('Ferry', '1000') };
    ferry = (await office.does(new ProposeProjectCommand(by('ada'), data))).id;
  });

  it('says that its years have to add up to another cost, and swaps two once they do', async () => {
    const { swap: told, sentence } = await swap(ferry);
    expect(told).toMatchObject({ input: 'case-cost', to: '849.99', alongside: 'budget-by-year' });
    expect(sentence).toContain(
      'at GBP 849.99 instead of GBP 1,000 (its budget by year adding up to that), which',
    );
    const data = { projectId: ferry, ...parted('Ferry', told?.to ?? '') };
    await office.does(new ReviseBusinessCaseCommand(by('ada'), data));
    expect(await ranked()).toEqual(['1 Ferry', '2 Bridge']);
  });

  it('is none while a motion is open on it', async () => {
    expect((await letter(ferry)).lift?.input).toBe('case-cost');
    await office.claims(ferry);
    expect([(await letter(ferry)).lift, (await swap(ferry)).swap]).toEqual([null, null]);
  });
});

describe('a letter', () => {
  it('says a lower cost once, where it is the smaller change of the same cost', async () => {
    await office.opens();
    await hasModel(office, 'Size', aDefinition([banded('whole-life-cost', 'cost', '850')]));
    const bridge = await proposes(office, 'Bridge', '1000');
    const { text, lift, lowerCost } = await letter(bridge, { budget: '900' });
    expect([lift, lowerCost?.cost]).toEqual([null, '900']);
    expect(text).not.toContain('single change');
    expect(text).toContain(
      'By its cost alone it would fit if it asked for GBP 900 instead of GBP 1,000, GBP 100 less. It would then stand 1.',
    );
  });

  it('says of a place that stays that it stands as before', async () => {
    await office.opens();
    await hasModel(office, 'Size', aDefinition([banded('whole-life-cost', 'cost', '850')]));
    const { text, lift } = await letter(await proposes(office, 'Bridge', '1000'), { budget: '849.99' });
    expect(lift?.to).toBe('849.99');
    expect(text).toContain('Then “Bridge” stands 1, as before.');
    expect(text).not.toContain('By its cost alone');
  });
});

describe('by a retired model', () => {
  it('no rating is proposed, and it is said that nobody assesses by it any more', async () => {
    const [bridge = '', tunnel = '', ferry = ''] = await opensWithProposals(
      office,
      'Bridge',
      'Tunnel',
      'Ferry',
    );
    await assesses(office, 'mia', bridge, { fit: '4', reach: '3' });
    await assesses(office, 'mia', tunnel, { fit: '3', reach: '3' });
    const asked = { model: 'Worth' };
    expect((await swap(tunnel, asked)).swap?.input).toBe('one-rating');
    expect((await letter(ferry, asked)).lift?.input).toBe('all-ratings');
    await office.does(new RetireModelCommand(by('pmo'), { modelId: worthId, reason: 'Superseded.' }));
    const answer = await swap(tunnel, asked);
    expect(answer.swap?.input).toBe('case-cost');
    expect(answer.sentence).toContain(
      ' No other rating was tried: “Worth” is retired, and nobody assesses by it any more.',
    );
    const told = await letter(ferry, asked);
    expect(told.lift).toBeNull();
    expect(told.text).toContain('nobody assesses by it, and nothing is decided by it any more');
  });
});
