import type { CriterionInRow, StandingInRow } from './gate.tables';
import { criterionView, standingGateView } from './gate.view';
import { funding, options, sponsored } from './testing/gate.scenes';

const at = '2026-03-02T09:00:00.000Z';
const evidence = [{ by: 'linus', at, what: 'The letter.', reference: null }];
const judgement = (finding: 'met' | 'not-met' | 'not-applicable') => ({
  ...{ finding, by: 'dina', at, reason: 'Read it.' },
});
const unseen = { evidence: [], judgement: null, sinceJudged: 0 };
const people = { proposer: 'ada', sponsor: 'grace', manager: 'linus', interested: [] };

describe('a criterion of the gate a component stands at', () => {
  const standingOf = (over: Partial<CriterionInRow>, of = funding) =>
    criterionView({ ...of, ...unseen, ...over }, people).standing;

  it.each<[string, Partial<CriterionInRow>, string]>([
    ['awaits evidence where that is needed', {}, 'evidence-awaited'],
    ['is to be judged once that is there', { evidence, sinceJudged: 1 }, 'to-judge'],
    ['is met as it was judged', { evidence, judgement: judgement('met') }, 'met'],
    ['stays met, whatever else is shown', { evidence, judgement: judgement('met'), sinceJudged: 1 }, 'met'],
    ['is not met', { evidence, judgement: judgement('not-met') }, 'not-met'],
    ['may be not met with nothing shown', { judgement: judgement('not-met') }, 'not-met'],
    [
      'is to be judged anew when more is shown of what was not met',
      { evidence, judgement: judgement('not-met'), sinceJudged: 1 },
      'to-judge',
    ],
    [
      'is asked no more where it does not apply',
      { evidence, judgement: judgement('not-applicable'), sinceJudged: 1 },
      'not-applicable',
    ],
  ])('%s', (_, over, standing) => expect(standingOf(over)).toBe(standing));

  it('is to be judged at once where no evidence is asked for', () =>
    expect(standingOf({}, options)).toBe('to-judge'));

  it.each([
    ['sponsor', { ...people, sponsor: 'dina' }],
    ['proposer', { ...people, proposer: 'dina' }],
    ['interest', { ...people, interested: ['dina'] }],
  ] as const)('is to be judged anew by another, when who judged it is barred by now: %s', (bar, those) => {
    const judged = { ...funding, ...unseen, evidence, judgement: judgement('met') };
    expect(criterionView(judged, those)).toEqual({ ...judged, standing: 'to-judge', notCounted: bar });
    expect(criterionView(judged, people)).toEqual({ ...judged, standing: 'met', notCounted: null });
  });
});

describe('the gate a component stands at', () => {
  const gate = (...criteria: readonly CriterionInRow[]): StandingInRow => ({
    ...{ gateId: 'case', name: 'Case', version: 1, since: at, by: 'linus', reason: 'Ready.' },
    criteria,
  });
  const met = { ...unseen, judgement: judgement('met') };

  it('is kept shut by what must be met and is not, and by nothing else', () =>
    expect(
      standingGateView(
        gate({ ...funding, ...unseen }, { ...sponsored, ...met }, { ...options, ...unseen }),
        people,
      ).unmet,
    ).toEqual(['funding']));

  it('is open where all that must be met is, or does not apply', () => {
    const beside = { ...unseen, judgement: judgement('not-applicable') };
    expect(standingGateView(gate({ ...funding, ...beside }, { ...sponsored, ...met }), people).unmet).toEqual(
      [],
    );
  });

  it('is shut again when who judged has come to have a part in it', () =>
    expect(standingGateView(gate({ ...sponsored, ...met }), { ...people, manager: 'dina' }).unmet).toEqual([
      'sponsored',
    ]));
});
