import { unreachable } from '@docket/kernel';
import type { GateCriterion } from '../gate-set/gate-set.events';
import type {
  CriterionFinding,
  GateCriterionJudged,
  GateEvent,
  GateEvidenceGiven,
  GateReached,
} from './gate.events';
import { barredFrom, type Interest } from './interest.state';
import type { PeopleOf } from './part-in';

/** The gate a component stands at: what it asks, what was shown, oldest first, and how each criterion was last judged. */
export type StandingGate = Omit<GateReached['data'], 'projectId' | 'takesBack' | 'reason'> &
  Readonly<{
    evidence: readonly GateEvidenceGiven['data'][];
    judgements: ReadonlyMap<string, GateCriterionJudged['data']>;
  }>;

/** `standing` is absent between two gates; `passed` are the ids of those that count as passed. */
export type Gates = Readonly<{ standing?: StandingGate; passed: readonly string[]; hasStood: boolean }>;

export const NO_GATES: Gates = { passed: [], hasStood: false };

const reached = (passed: readonly string[], { data }: GateReached): Gates => {
  const { projectId: _, takesBack, reason: __, ...gate } = data;
  const standing = { ...gate, evidence: [], judgements: new Map() };
  return { standing, passed: passed.filter((one) => !takesBack.includes(one)), hasStood: true };
};

/** What can happen at a gate once a component stands at one. */
const at = (gates: Gates, standing: StandingGate, event: Exclude<GateEvent, GateReached>): Gates => {
  switch (event.type) {
    case 'GateEvidenceGiven':
      return { ...gates, standing: { ...standing, evidence: [...standing.evidence, event.data] } };
    case 'GateCriterionJudged': {
      const judgements = new Map(standing.judgements).set(event.data.criterionId, event.data);
      return { ...gates, standing: { ...standing, judgements } };
    }
    case 'GatePassed':
      return { passed: [...gates.passed, event.data.gateId], hasStood: true };
    default:
      return unreachable(event);
  }
};

export const gatesAfter = (gates: Gates, event: GateEvent): Gates => {
  if (event.type === 'GateReached') return reached(gates.passed, event);
  return gates.standing ? at(gates, gates.standing, event) : gates;
};

/** Of these criteria those that must be met and are not judged so, and do apply as far as anybody has said. */
export const unmetOf = <C extends GateCriterion>(
  criteria: readonly C[],
  findingOf: (criterion: C) => CriterionFinding | undefined,
): readonly C[] =>
  criteria.filter((one) => one.meet === 'must' && (findingOf(one) ?? 'not-met') === 'not-met');

/** Who is in a component: who has a part or an interest in it counts as a judge of it no more, whenever they judged. */
type OfPeople = PeopleOf & Readonly<{ interests: readonly Interest[] }>;

/** The must-meet criteria that keep a gate shut for a plain go. */
export const unmet = (
  { criteria, judgements }: StandingGate,
  component: OfPeople,
): readonly GateCriterion[] => {
  const barred = barredFrom(component);
  return unmetOf(criteria, ({ id }) => {
    const judgement = judgements.get(id);
    return judgement && !barred.has(judgement.personId) ? judgement.finding : undefined;
  });
};

/** A gate that a component stands at, and the must-meet criteria that keep it shut. */
export type GateInTheWay = Readonly<{ id: string; name: string; unmet: readonly GateCriterion[] }>;

/** What stands between a component and a plain go: the gate it stands at while a must-meet criterion is not met. */
export const gateInTheWay = (component: OfPeople & Readonly<{ gates: Gates }>): GateInTheWay | undefined => {
  const { standing } = component.gates;
  const open = standing ? unmet(standing, component) : [];
  return standing && open.length > 0 ? { id: standing.gateId, name: standing.name, unmet: open } : undefined;
};
