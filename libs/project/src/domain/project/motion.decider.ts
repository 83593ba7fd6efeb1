import { accept, firstRefusal, type DecisionContext, type Policy, type Verdict } from '@docket/kernel';
import { gatePassedBy } from './gate.decider';
import { historyPolicies } from './history.policy';
import type { CarryDecision, ClaimForMotion, ProjectRefusal, ReleaseMotion } from './project.commands';
import type { DecisionCarried, GatePassed, MotionClaimed, MotionReleased, Outcome } from './project.events';
import { vacantParts } from './part.state';
import type { KnownProject, ProjectState, ProjectStatus } from './project.state';
import { stands } from './standing';

type Claiming = Readonly<{ motionId: string; state: KnownProject }>;

const claimingPolicies: readonly Policy<Claiming, ProjectRefusal>[] = [
  function motionIsUndecided({ motionId, state }) {
    if (!state.carried.has(motionId)) return undefined;
    return {
      code: 'motion-already-decided',
      message: `Motion ${motionId} has been decided. Table a new one.`,
    };
  },
  function noOtherMotionIsOpen({ motionId, state }) {
    if (state.openMotion === undefined || state.openMotion === motionId) return undefined;
    return {
      code: 'motion-already-open',
      message: `Motion ${state.openMotion} is open on "${state.name}". Decide it first, or wait until it has ended.`,
    };
  },
  function somethingIsLeftToDecide({ state }) {
    const { name, status } = state;
    if (stands(status)) return undefined;
    return {
      code: 'project-not-decidable',
      message: `"${name}" is ${status}. A body decides on proposals and on work that is authorised or held.`,
    };
  },
  function everyPartIsTaken({ state }) {
    const [part] = state.businessCase ? vacantParts(state) : [];
    if (part === undefined) return undefined;
    return {
      code: 'part-vacant',
      message: `"${state.name}" has no ${part}: who was named declined. Name another by a revision of the case, then table the motion.`,
    };
  },
];

export const claimForMotion = (
  { data }: ClaimForMotion,
  state: KnownProject,
  context: DecisionContext,
): Verdict<MotionClaimed, ProjectRefusal> => {
  const { projectId } = state;
  const { motionId, portfolio } = data;
  if (state.openMotion === motionId) return accept();
  return (
    firstRefusal(claimingPolicies, { motionId, state }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'MotionClaimed', data: { projectId, motionId } })
  );
};

export const releaseMotion = (
  { data }: ReleaseMotion,
  state: KnownProject,
  context: DecisionContext,
): Verdict<MotionReleased, ProjectRefusal> => {
  const { projectId } = state;
  const { motionId, portfolio } = data;
  if (state.openMotion !== motionId) return accept();
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'MotionReleased', data: { projectId, motionId } })
  );
};

const OUTCOMES = ['go', 'conditional-go', 'hold', 'recycle', 'defer', 'reject', 'kill', 'complete'] as const;

/** The statuses of a component on which a body can decide so. */
const FITTING: Readonly<Record<Outcome, readonly ProjectStatus[]>> = {
  go: ['proposed', 'authorised', 'held'],
  'conditional-go': ['proposed', 'authorised', 'held'],
  hold: ['authorised', 'held'],
  recycle: ['proposed', 'authorised', 'held'],
  defer: ['proposed', 'authorised', 'held'],
  reject: ['proposed'],
  kill: ['authorised', 'held'],
  complete: ['authorised', 'held'],
};

/** What a body can decide on a project as it stands; nothing once it has ended or left. */
export const decidableOutcomes = (state: ProjectState): readonly Outcome[] =>
  OUTCOMES.filter((outcome) => state.status !== 'absent' && FITTING[outcome].includes(state.status));

type Carrying = Readonly<{ motionId: string; outcome: Outcome; state: KnownProject }>;

const carryingPolicies: readonly Policy<Carrying, ProjectRefusal>[] = [
  function motionIsDecidedOnce({ motionId, state }) {
    const before = state.carried.get(motionId);
    if (before === undefined) return undefined;
    return {
      code: 'motion-already-decided',
      message: `Motion ${motionId} was decided: ${before}. Table a new one.`,
    };
  },
  function motionHoldsTheClaim({ motionId, state }) {
    if (state.openMotion === motionId) return undefined;
    return {
      code: 'motion-not-claimed',
      message: `Motion ${motionId} is not open on "${state.name}". Its ballot opens once it has claimed the component.`,
    };
  },
  function outcomeFits({ outcome, state }) {
    if (FITTING[outcome].includes(state.status)) return undefined;
    return {
      code: 'outcome-does-not-fit',
      message: `"${state.name}" is ${state.status}: ${outcome} is decided on what is ${FITTING[outcome].join(' or ')}.`,
    };
  },
];

const isAuthorising = ({ status }: KnownProject, outcome: Outcome): boolean =>
  status === 'proposed' && (outcome === 'go' || outcome === 'conditional-go');

/** A proposal is authorised as its business case stands, and work is baselined anew as it stands then. */
const baselineFor = (
  state: KnownProject,
  { outcome, isReBaseline = false }: Pick<CarryDecision['data'], 'outcome' | 'isReBaseline'>,
): Pick<DecisionCarried['data'], 'baseline' | 'scope'> => {
  if (!state.businessCase || !(isReBaseline || isAuthorising(state, outcome))) return {};
  const { wholeLifeCost, expectedBenefits, budgetByYear, start, finish, benefits, scope } =
    state.businessCase;
  return {
    baseline: {
      wholeLifeCost,
      ...(expectedBenefits === undefined ? {} : { expectedBenefits }),
      ...(budgetByYear ? { budgetByYear } : {}),
      start,
      finish,
      ...(benefits ? { benefits } : {}),
    },
    ...(scope === undefined ? {} : { scope }),
  };
};

/** The decision takes hold of the component, and lets it through the gate it stands at where that is what was decided. */
export const carryDecision = (
  { data }: CarryDecision,
  state: KnownProject,
  context: DecisionContext,
): Verdict<DecisionCarried | GatePassed, ProjectRefusal> => {
  const { projectId } = state;
  const { motionId, bodyId, outcome, portfolio } = data;
  if (state.carried.get(motionId) === outcome) return accept();
  const decision = { projectId, motionId, bodyId, outcome, ...baselineFor(state, data) };
  return (
    firstRefusal(carryingPolicies, { motionId, outcome, state }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept<DecisionCarried | GatePassed>(
      { type: 'DecisionCarried', data: decision },
      ...(data.isReBaseline === true ? [] : gatePassedBy(state, decision)),
    )
  );
};
