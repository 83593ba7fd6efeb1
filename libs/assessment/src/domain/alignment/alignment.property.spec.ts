import * as fc from 'fast-check';
import type { AlignmentCommand } from './alignment.commands';
import { decider } from './alignment.decider';
import { claim, confirm, withdraw } from './alignment.scenes';

const at = '2026-03-02T09:00:00.000Z';
type Deed = Readonly<{ command: AlignmentCommand; actor: string }>;

const decide = ({ command, actor }: Deed, state: ReturnType<typeof decider.initialState>) =>
  decider.decide(command, state, { actor, reach: 'anything', at, now: at, origin: 'live' });

const after = (deeds: readonly Deed[]) =>
  deeds.reduce((state, deed) => {
    const verdict = decide(deed, state);
    return verdict.outcome === 'accepted' ? verdict.events.reduce(decider.evolve, state) : state;
  }, decider.initialState());

describe('Whatever is asked of what a component contributes', () => {
  const level = fc.integer({ min: -1, max: 5 });
  const why = fc.constantFrom('So.', 'Because.');
  const asked: fc.Arbitrary<AlignmentCommand> = fc.oneof(
    fc.tuple(level, why).map(([one, reason]) => claim(one, reason)),
    fc.tuple(level, why).map(([one, reason]) => confirm(one, reason)),
    why.map((reason) => withdraw(reason)),
  );
  const deed = fc.record({ command: asked, actor: fc.constantFrom('ada', 'otto', 'olga') });

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(deed), deed, (before, last) => {
        const verdict = decide(last, after([...before, last]));
        expect(verdict.outcome === 'refused' || verdict.events.length === 0).toBe(true);
      }),
    ));

  it('nobody confirms what they claimed, and nobody whose project it is', () =>
    fc.assert(
      fc.property(fc.array(deed), deed, (before, last) => {
        const state = after(before);
        const claimedBy = state.contributions.get('limits')?.claimedBy;
        const verdict = decide(last, state);
        const confirms =
          verdict.outcome === 'accepted' && verdict.events[0]?.type === 'ContributionConfirmed';
        expect(confirms && (last.actor === claimedBy || last.actor === 'ada')).toBe(false);
      }),
      { numRuns: 500 },
    ));
});
