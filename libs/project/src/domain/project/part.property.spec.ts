import fc from 'fast-check';
import { decider, PARTS, type Part, type ProjectCommand } from '.';
import {
  businessCase,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const decline = (part: Part) =>
  ({ type: 'DeclinePart', data: { projectId, portfolio, part, reason: 'Nobody asked me.' } }) as const;
const takeUp = (part: Part) => ({ type: 'TakeUpPart', data: { projectId, portfolio, part } }) as const;
const revise = (people: { sponsor?: string; manager?: string }) =>
  ({ type: 'ReviseBusinessCase', data: { projectId, portfolio, ...businessCase, ...people } }) as const;

describe('whatever people decline, take up and name', () => {
  const people = ['ada', 'grace', 'linus', 'joan'];
  const steps = fc.array(
    fc.record({
      actor: fc.constantFrom(...people),
      command: fc.oneof(
        fc.constantFrom(...PARTS).map((part): ProjectCommand => decline(part)),
        fc.constantFrom(...PARTS).map((part): ProjectCommand => takeUp(part)),
        fc
          .record({ sponsor: fc.constantFrom(...people), manager: fc.constantFrom(...people) })
          .map((named): ProjectCommand => revise(named)),
      ),
    }),
    { maxLength: 14 },
  );
  const now = '2026-03-02T09:00:00.000Z';
  const lived = (asked: ReadonlyArray<{ actor: string; command: ProjectCommand }>) => {
    let state = decider.evolve(decider.initialState(), proposed);
    for (const { actor, command } of asked) {
      const context = { actor, reach: 'anything', at: now, now, origin: 'live' } as const;
      const verdict = decider.decide(command, state, context);
      if (verdict.outcome === 'accepted') state = verdict.events.reduce(decider.evolve, state);
      const again = decider.decide(command, state, context);
      expect(again.outcome === 'refused' ? [] : again.events).toEqual([]);
    }
    return state;
  };

  it('the same asked again changes nothing or is refused, and nobody has a part that they decline', () =>
    fc.assert(
      fc.property(steps, (asked) => {
        const state = lived(asked);
        if (state.status === 'absent') throw new Error('It was proposed.');
        for (const { part, personId } of state.declined) expect(state[part]).not.toBe(personId);
        for (const part of PARTS) expect([undefined, state.businessCase?.[part]]).toContain(state[part]);
      }),
      { numRuns: 500 },
    ));
});
