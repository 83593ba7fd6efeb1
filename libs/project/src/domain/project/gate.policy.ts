import type { DecisionContext, Policy } from '@docket/kernel';
import type { Gate } from '../gate-set/gate-set.events';
import type { GiveGateEvidence, JudgeGateCriterion, ReachGate } from './gate.commands';
import type { StandingGate } from './gate.state';
import { isClose } from './own.policy';
import type { ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';
import { stands } from './standing';

type OfProject = Readonly<{ state: KnownProject; context: DecisionContext }>;
type Moving = OfProject & Readonly<{ data: ReachGate['data'] }>;

const hasNotEnded: Policy<OfProject, ProjectRefusal> = ({ state: { name, status } }) => {
  if (stands(status)) return undefined;
  return {
    code: status === 'left' ? 'project-left' : 'project-ended',
    message: `"${name}" ${status === 'left' ? 'has left the portfolio' : `is ${status}`}: what is recorded of its gates stands as it is.`,
  };
};

const saysWhy: Policy<Readonly<{ data: Readonly<{ reason: string }> }>, ProjectRefusal> = ({
  data: { reason },
}) =>
  reason.trim() === ''
    ? { code: 'reason-blank', message: 'Say why: the body that decides at this gate will ask.' }
    : undefined;

const placeOf = (gates: readonly Gate[], gateId: string): number =>
  gates.findIndex(({ id }) => id === gateId);

/** The gates of these that were passed, from one of them on. */
export const passedFrom = ({ data: { gateId, gates }, state }: Moving): readonly string[] => {
  const from = new Set(gates.gates.slice(placeOf(gates.gates, gateId)).map(({ id }) => id));
  return state.gates.passed.filter((id) => from.has(id));
};

/** What must hold for a component to come to a gate. */
export const reachingPolicies: readonly Policy<Moving, ProjectRefusal>[] = [
  hasNotEnded,
  function gateIsDefined({ data: { gateId, gates } }) {
    if (placeOf(gates.gates, gateId) >= 0) return undefined;
    const known = gates.gates.map(({ id }) => id).join(', ');
    return {
      code: 'gate-unknown',
      message: `No gate ${gateId} is defined for projects of this portfolio. ${known ? `There are: ${known}.` : 'The PMO publishes gates first.'}`,
    };
  },
  function noMotionIsOpen({ state: { openMotion } }) {
    if (openMotion === undefined) return undefined;
    return {
      code: 'motion-already-open',
      message: `Motion ${openMotion} is open on it: the gate that is decided on stays the same until that has ended.`,
    };
  },
  function gatesAreTakenInOrder({ data: { gateId, gates }, state, context: { reach } }) {
    const { passed, hasStood } = state.gates;
    const next = Math.max(-1, ...passed.map((id) => placeOf(gates.gates, id))) + 1;
    if (placeOf(gates.gates, gateId) <= next || (reach === 'anything' && !hasStood)) return undefined;
    const { name = 'none' } = gates.gates[next] ?? {};
    return {
      code: 'gate-out-of-order',
      message: `"${state.name}" comes to gate "${name}" first: a body lets it through each in turn. Only the PMO takes up work that never stood at a gate at a later one.`,
    };
  },
  saysWhy,
];

type AtGate = OfProject & Readonly<{ data: GiveGateEvidence['data'] | JudgeGateCriterion['data'] }>;

const standingOf = ({ state, data: { gateId } }: AtGate): StandingGate | undefined =>
  state.gates.standing?.gateId === gateId ? state.gates.standing : undefined;

const criterionOf = (asked: AtGate) =>
  standingOf(asked)?.criteria.find(({ id }) => id === asked.data.criterionId);

/** What must hold for anything to be said of a criterion: the component stands at the gate, which asks it. */
const sayingPolicies: readonly Policy<AtGate, ProjectRefusal>[] = [
  hasNotEnded,
  function standsAtTheGate(asked) {
    if (standingOf(asked)) return undefined;
    const { name, gates } = asked.state;
    const where = gates.standing ? `at gate ${gates.standing.gateId}` : 'at no gate';
    return { code: 'not-at-this-gate', message: `"${name}" stands ${where}, not at ${asked.data.gateId}.` };
  },
  function gateAsksIt(asked) {
    if (criterionOf(asked)) return undefined;
    const asks = standingOf(asked)?.criteria.map(({ id }) => id) ?? [];
    return {
      code: 'criterion-unknown',
      message: `This gate asks nothing called ${asked.data.criterionId}. It asks: ${asks.join(', ')}.`,
    };
  },
];

/** What must hold for evidence to be given. */
export const evidencePolicies: readonly Policy<
  AtGate & Readonly<{ data: GiveGateEvidence['data'] }>,
  ProjectRefusal
>[] = [
  ...sayingPolicies,
  function somethingIsShown({ data: { what } }) {
    if (what.trim() !== '') return undefined;
    return { code: 'evidence-missing', message: 'Write what shows that the criterion is met.' };
  },
];

type Judging = AtGate & Readonly<{ data: JudgeGateCriterion['data'] }>;

const evidenceOn = (judging: Judging) =>
  standingOf(judging)?.evidence.filter((one) => one.criterionId === judging.data.criterionId) ?? [];

/** What must hold for a criterion to be judged. */
export const judgingPolicies: readonly Policy<Judging, ProjectRefusal>[] = [
  ...sayingPolicies,
  function isNotTheirOwn({ state, context: { actor } }) {
    if (!isClose(state, actor)) return undefined;
    return {
      code: 'own-component',
      message: `${actor} proposed, sponsors or manages "${state.name}", declined to, or has an interest in it: somebody else judges what its gate asks.`,
    };
  },
  function anotherGaveTheEvidence(judging) {
    const { actor } = judging.context;
    if (!evidenceOn(judging).some(({ personId }) => personId === actor)) return undefined;
    return {
      code: 'own-evidence',
      message: `${actor} gave evidence of it: somebody else judges what it shows.`,
    };
  },
  function evidenceIsThere(judging) {
    const isWanted = judging.data.finding === 'met' && criterionOf(judging)?.needsEvidence === true;
    if (!isWanted || evidenceOn(judging).length > 0) return undefined;
    return {
      code: 'evidence-not-given',
      message: 'It is judged met by evidence, and none was given yet: the project or the PMO gives it first.',
    };
  },
  saysWhy,
];
