import { specFor } from '@docket/kernel/testing';
import { codec, decider, type ProjectCommand, type ProjectEvent, type ProjectRefusal } from '.';
import {
  carried,
  claimed,
  historyReached,
  imported,
  importedIn,
  projectId,
  proposed,
  settledPortfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const by = (actor: string, reach: 'anything' | 'own' = 'anything') => ({ actor, reach });
const dina = by('dina');
const amber = {
  judgedFor: '2026-03-02',
  scale: 'ipa-3',
  rating: 'amber',
  reason: 'The bearings are late.',
};
type Said = Partial<typeof amber>;
const judge = (said: Said = {}, portfolio = settledPortfolio): ProjectCommand => ({
  type: 'JudgeConfidence',
  data: { projectId, portfolio, ...amber, ...said },
});
const judged = (said: Said & { reviewer?: string; corrects?: number } = {}): ProjectEvent => ({
  type: 'DeliveryConfidenceJudged',
  data: { projectId, reviewer: 'dina', ...amber, ...said },
});
const withdraw = (reviewer?: string, reason = 'It was of another bridge.'): ProjectCommand => ({
  type: 'WithdrawConfidence',
  data: {
    projectId,
    portfolio: settledPortfolio,
    judgedFor: amber.judgedFor,
    reason,
    ...(reviewer === undefined ? {} : { reviewer }),
  },
});
const withdrawn = (withdraws: number, reviewer = 'dina'): ProjectEvent => ({
  type: 'DeliveryConfidenceWithdrawn',
  data: {
    projectId,
    judgedFor: amber.judgedFor,
    reviewer,
    withdraws,
    reason: 'It was of another bridge.',
  },
});
const on = (outcome: 'go' | 'hold' | 'reject' | 'kill' | 'complete', from: ProjectEvent = imported) =>
  [from, claimed('m'), carried('m', outcome)] as const;
const left: ProjectEvent = {
  type: 'DepartureNoted',
  data: { projectId, absentFrom: '2015-07-01', source: 'x.csv' },
};

describe('judging delivery confidence', () => {
  it.each<[string, readonly ProjectEvent[]]>([
    ['a proposal, which is decided by it', [proposed]],
    ['authorised work', on('go', proposed)],
    ['work on hold', on('hold')],
  ])('says of %s who judged it so and why', (_, history) =>
    given(...history)
      .when(judge(), dina)
      .then(judged()),
  );

  it('puts the reason among the words', () =>
    expect([codec.wordsOf(judged()), codec.wordsOf(withdrawn(1))]).toEqual([['reason'], ['reason']]));

  it.each(['ada', 'grace', 'linus'])('is not for %s, who proposed, sponsors or manages it', (person) =>
    given(proposed).when(judge(), by(person)).thenRefused('reviewer-has-a-part'),
  );

  it.each<[string, Said, ProjectRefusal]>([
    ['a level that the scale has not', { rating: 'amber-red' }, 'confidence-off-scale'],
    ['a level in other letters', { rating: 'AMBER' }, 'confidence-off-scale'],
    ['a scale nobody knows', { scale: 'my-own', rating: 'splendid' }, 'confidence-off-scale'],
    ['a scale by a name that objects have', { scale: 'toString', rating: 'length' }, 'confidence-off-scale'],
    ['a day that does not exist', { judgedFor: '2026-02-29' }, 'day-malformed'],
    ['a day that has not come', { judgedFor: '2026-03-03' }, 'judgement-from-the-future'],
    ['a day before the project was known', { judgedFor: '2026-03-01' }, 'judgement-before-project'],
    ['a reason that says nothing', { reason: ' \n' }, 'reason-blank'],
  ])('refuses %s', (_, said, code) => given(proposed).when(judge(said), dina).thenRefused(code));

  it.each<[string, Said, string]>([
    ['the levels', { rating: 'amber-red' }, 'Its levels are green, amber, red.'],
    ['the versions', { scale: 'my-own' }, 'There are ipa-5 and ipa-3.'],
  ])('names %s that there are', (_, said, sentence) => {
    const verdict = decider.decide(judge(said), decider.evolve(decider.initialState(), proposed), {
      ...dina,
      at: '2026-03-02T09:00:00.000Z',
      now: '2026-03-02T09:00:00.000Z',
      origin: 'live',
    });
    expect(verdict).toMatchObject({ refusal: { message: expect.stringContaining(sentence) } });
  });

  it('accepts the day that has begun where the portfolio lives', () =>
    given(imported)
      .when(judge({ judgedFor: '2026-07-01' }), { ...dina, now: '2026-06-30T23:30:00.000Z' })
      .then(judged({ judgedFor: '2026-07-01' })));

  it.each<[string, readonly ProjectEvent[], ProjectRefusal]>([
    [
      'was withdrawn',
      [proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }],
      'project-ended',
    ],
    ['was rejected', on('reject', proposed), 'project-ended'],
    ['was killed', on('kill'), 'project-ended'],
    ['is completed', on('complete'), 'project-ended'],
    ['left the portfolio', [imported, left], 'project-left'],
    ['nobody knows', [], 'project-unknown'],
  ])('is refused of what %s', (_, history, code) =>
    given(...history)
      .when(judge(), dina)
      .thenRefused(code),
  );

  it('enters history only where an import has reached that moment', () => {
    const reviewed = { ...importedIn(2015), ...dina, now: '2026-03-02T09:00:00.000Z' };
    const said = { judgedFor: '2015-06-30' };
    given(imported)
      .when(judge(said, historyReached(2015)), reviewed)
      .then(judged(said));
    given(imported)
      .when(judge(said, historyReached(2014)), reviewed)
      .thenRefused('history-out-of-order');
    given(imported).when(judge(said), reviewed).thenRefused('history-settled');
  });
});

describe('judging the same day again', () => {
  const red = { rating: 'red', reason: 'There are no bearings.' };

  it('says nothing where nothing differs', () => given(proposed, judged()).when(judge(), dina).thenNothing());

  it('by the same reviewer names the event it takes the place of', () => {
    given(proposed, claimed('m'), judged())
      .when(judge(red), dina)
      .then(judged({ ...red, corrects: 2 }));
    given(proposed, judged(), judged({ ...red, corrects: 1 }))
      .when(judge(), dina)
      .then(judged({ corrects: 2 }));
  });

  it('in other words is said anew, too', () =>
    given(proposed, judged())
      .when(judge({ reason: 'The bearings are very late.' }), dina)
      .then(judged({ reason: 'The bearings are very late.', corrects: 1 })));

  it('by another reviewer stands beside it', () =>
    given(proposed, judged())
      .when(judge(red), by('bea'))
      .then(judged({ ...red, reviewer: 'bea' })));

  it('is possible once the work has ended, or left: the record is to be right', () => {
    given(proposed, judged(), claimed('m'), carried('m', 'reject'))
      .when(judge(red), dina)
      .then(judged({ ...red, corrects: 1 }));
    given(imported, judged(), left)
      .when(judge(red), dina)
      .then(judged({ ...red, corrects: 1 }));
  });

  it('is no correction of what was withdrawn', () =>
    given(proposed, judged(), withdrawn(1)).when(judge(), dina).then(judged()));
});

describe('withdrawing a judgement', () => {
  it('is for its reviewer, whose own it is, though nothing of the project is', () =>
    given(proposed, judged()).when(withdraw(), by('dina', 'own')).then(withdrawn(1)));

  it('is for the PMO, which names the reviewer', () =>
    given(proposed, judged()).when(withdraw('dina'), by('otto')).then(withdrawn(1)));

  it('is not for another reviewer', () =>
    given(proposed, judged()).when(withdraw('dina'), by('bea', 'own')).thenRefused('not-yours-to-withdraw'));

  it('is not for somebody with a part in it, whatever their right', () =>
    given(proposed, judged()).when(withdraw('dina'), by('grace')).thenRefused('own-component'));

  it('is not for somebody who declined a part in it', () =>
    given(
      proposed,
      { type: 'PartDeclined', data: { projectId, part: 'sponsor', personId: 'grace', reason: 'No.' } },
      judged(),
    )
      .when(withdraw('dina'), by('grace'))
      .thenRefused('own-component'));

  it('names the last that was said', () =>
    given(proposed, judged(), judged({ rating: 'red', corrects: 1 }))
      .when(withdraw(), dina)
      .then(withdrawn(2)));

  it('happens once', () => {
    given(proposed, judged(), withdrawn(1)).when(withdraw(), dina).thenNothing();
    given(proposed, judged(), withdrawn(1))
      .when(withdraw('dina', 'Another reason.'), dina)
      .thenRefused('judgement-withdrawn');
  });

  it('needs a judgement of that day, a reason, and a project', () => {
    given(proposed).when(withdraw(), dina).thenRefused('judgement-unknown');
    given(proposed, judged()).when(withdraw('dina', ' '), dina).thenRefused('reason-blank');
    given().when(withdraw(), dina).thenRefused('project-unknown');
  });
});
