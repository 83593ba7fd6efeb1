import fc from 'fast-check';
import { CRITERION_FINDINGS, decider, type Outcome, type ProjectCommand, type ProjectState } from '.';
import { gates, published } from '../../testing/gate.scenes';
import { bodyId, projectId, proposed, settledPortfolio as portfolio } from '../../testing/project.scenes';

const PEOPLE = ['ada', 'grace', 'linus', 'dina', 'otto'] as const;
const PARTLESS: readonly string[] = ['dina', 'otto'];
const CRITERIA = gates.flatMap(({ id, criteria }) => criteria.map((one) => [id, one.id] as const));
const on = { projectId, portfolio };

const reach = fc.constantFrom(...gates).map(({ id }): ProjectCommand => ({
  type: 'ReachGate',
  data: { ...on, gateId: id, reason: 'Ready.', gates: published },
}));
const show = fc.constantFrom(...CRITERIA).map(([gateId, criterionId]): ProjectCommand => ({
  type: 'GiveGateEvidence',
  data: { ...on, gateId, criterionId, what: 'The letter.' },
}));
const judge = fc
  .record({ of: fc.constantFrom(...CRITERIA), finding: fc.constantFrom(...CRITERION_FINDINGS) })
  .map(({ of: [gateId, criterionId], finding }): ProjectCommand => ({
    type: 'JudgeGateCriterion',
    data: { ...on, gateId, criterionId, finding, reason: 'Read it.' },
  }));
/** A motion from its claim to its end, each under an id of its own. */
const decide = fc
  .record({
    outcome: fc.constantFrom<Outcome>('go', 'conditional-go', 'hold', 'recycle', 'defer'),
    id: fc.uuid(),
  })
  .map(({ outcome, id: motionId }): readonly ProjectCommand[] => [
    { type: 'ClaimForMotion', data: { ...on, motionId } },
    { type: 'CarryDecision', data: { ...on, motionId, bodyId, outcome } },
  ]);

type Step = Readonly<{ actor: string; reach: 'anything' | 'own'; commands: readonly ProjectCommand[] }>;

const now = '2026-03-02T09:00:00.000Z';
const step = fc.record({
  actor: fc.constantFrom(...PEOPLE),
  commands: fc.oneof(...[reach, show, judge].map((one) => one.map((command) => [command])), decide),
});
const own = (actor: string): Step['reach'] => (PARTLESS.includes(actor) ? 'anything' : 'own');

const placeOf = (gateId: string): number => gates.findIndex(({ id }) => id === gateId);

/** What a component has lived, with each state on its way. */
const lived = (steps: readonly Readonly<{ actor: string; commands: readonly ProjectCommand[] }>[]) => {
  const states: ProjectState[] = [decider.evolve(decider.initialState(), proposed)];
  for (const { actor, commands } of steps)
    for (const command of commands) {
      const context = { actor, reach: own(actor), at: now, now, origin: 'live' } as const;
      const verdict = decider.decide(command, states.at(-1) ?? decider.initialState(), context);
      const events = verdict.outcome === 'accepted' ? verdict.events : [];
      const state = events.reduce(decider.evolve, states.at(-1) ?? decider.initialState());
      const again = decider.decide(command, state, context);
      expect(again.outcome === 'refused' ? [] : again.events).toEqual([]);
      states.push(state);
    }
  return states.flatMap((state) => (state.status === 'absent' ? [] : [state.gates]));
};

describe('whatever people reach, show, judge and decide', () => {
  const steps = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(steps, (asked) => void lived(asked)),
      { numRuns: 300 },
    ));

  it('gates that count as passed follow each other without a gap', () =>
    fc.assert(
      fc.property(steps, (asked) => {
        for (const { passed } of lived(asked)) {
          const places = passed.map(placeOf);
          expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
        }
      }),
      { numRuns: 300 },
    ));

  it('nobody has judged who has a part or gave the evidence, and nothing is met without the evidence it needs', () =>
    fc.assert(
      fc.property(steps, (asked) => {
        const standing = lived(asked).flatMap((one) => (one.standing ? [one.standing] : []));
        for (const { criteria, evidence, judgements } of standing)
          for (const { criterionId, personId, finding } of judgements.values()) {
            const shown = evidence.filter((one) => one.criterionId === criterionId);
            const needs = criteria.some(({ id, needsEvidence }) => id === criterionId && needsEvidence);
            expect(PARTLESS).toContain(personId);
            expect(finding === 'met' && needs && shown.length === 0).toBe(false);
          }
      }),
      { numRuns: 300 },
    ));
});
