import type { DecisionContext } from '@docket/kernel';
import * as fc from 'fast-check';
import { decider, type ProjectCommand, type ProjectState } from '.';
import { projectId, proposed, settledPortfolio as portfolio } from '../../testing/project.scenes';

const words = {
  judgedFor: fc.constantFrom('2026-03-02', '2026-03-03'),
  reason: fc.constantFrom('So.', 'Otherwise.'),
};
const command: fc.Arbitrary<ProjectCommand> = fc.oneof(
  fc
    .record({ ...words, scale: fc.constant('ipa-3'), rating: fc.constantFrom('green', 'red') })
    .map((data): ProjectCommand => ({ type: 'JudgeConfidence', data: { projectId, portfolio, ...data } })),
  fc
    .record({ ...words, reviewer: fc.constantFrom('dina', 'bea') })
    .map((data): ProjectCommand => ({ type: 'WithdrawConfidence', data: { projectId, portfolio, ...data } })),
);
const asked = fc.record({ command, actor: fc.constantFrom('dina', 'bea', 'grace') });
const contextOf = (actor: string): DecisionContext => ({
  ...{ actor, reach: 'anything', origin: 'live' },
  at: '2026-03-04T09:00:00.000Z',
  now: '2026-03-04T09:00:00.000Z',
});

const after = (state: ProjectState, given: ProjectCommand, actor: string) => {
  const verdict = decider.decide(given, state, contextOf(actor));
  const events = verdict.outcome === 'accepted' ? verdict.events : [];
  return { events, state: events.reduce(decider.evolve, state) };
};

describe('judgements of delivery confidence', () => {
  it('asked again change nothing, or are refused', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
        let state = decider.evolve(decider.initialState(), proposed);
        for (const { command: given, actor } of all) {
          state = after(state, given, actor).state;
          expect(after(state, given, actor).events).toEqual([]);
        }
      }),
    ));

  it('are each the word of who asks, and never of one who has a part', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
        let state = decider.evolve(decider.initialState(), proposed);
        for (const { command: given, actor } of all) {
          const next = after(state, given, actor);
          const reviewers = next.events.flatMap((event) =>
            event.type === 'DeliveryConfidenceJudged' ? [event.data.reviewer] : [],
          );
          expect(reviewers.filter((one) => one !== actor || one === 'grace')).toEqual([]);
          state = next.state;
        }
      }),
    ));
});
