import {
  accept,
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Refused,
  type Verdict,
} from '@docket/kernel';
import { toldConditions, type Consequence } from '../motion';
import type {
  ConditionCommand,
  ConditionRefusal,
  ConfirmCondition,
  GiveEvidence,
  ReleaseCondition,
  SetCondition,
  WaiveByDecision,
  WaiveCondition,
} from './condition.commands';
import type {
  CalledFor,
  ConditionEvent,
  ConditionMet,
  ConditionReleased,
  ConditionSet,
  ConditionWaived,
  EvidenceGiven,
} from './condition.events';
import { confirmingPolicies, evidencePolicies, waivingPolicies } from './condition.policy';
import {
  confirmableUntil,
  evolve,
  initialState,
  lapsesAt,
  type ConditionState,
  type OpenCondition,
} from './condition.state';

type Verdicts<E extends ConditionEvent> = Verdict<E, ConditionRefusal>;

const setCondition = (
  { data: { conditionId, index, motion } }: SetCondition,
  state: ConditionState,
): Verdicts<ConditionSet> => {
  if (state.status !== 'absent') return accept();
  if (motion.status !== 'decided') return notDecided();
  const { motionId, portfolioId, bodyId, projectId, decision } = motion;
  const told = toldConditions(decision.conditions, decision.conditionTexts)[index];
  if (!told || projectId === null) return notDecided();
  const { what, evidence, ...decided } = told;
  const from = { conditionId, portfolioId, motionId, bodyId, projectId, index };
  const words = { what: what ?? '', evidence: evidence ?? '' };
  const until = confirmableUntil(decided.dueUntil);
  return accept({
    type: 'ConditionSet',
    data: { ...from, ...decided, confirmableUntil: until, ...words },
  });
};

const notDecided = () =>
  refuse('condition-not-decided', 'No such condition was recorded with the decision on this motion.');

/** The condition while it is open; else why nothing can happen to it. */
const openOf = (
  state: ConditionState,
): OpenCondition | Refused<'condition-unknown' | 'condition-not-open'> => {
  switch (state.status) {
    case 'absent':
      return refuse('condition-unknown', 'There is no such condition. List the conditions of the portfolio.');
    case 'open':
      return state;
    case 'met':
    case 'waived':
    case 'released':
    case 'lapsed':
      return refuse(
        'condition-not-open',
        `The condition is ${state.status}: that stands. Table a motion on the project to decide anew.`,
      );
    default:
      return unreachable(state);
  }
};

const giveEvidence = (
  { data: { evidence } }: GiveEvidence,
  state: ConditionState,
  context: DecisionContext,
): Verdicts<EvidenceGiven> => {
  const condition = openOf(state);
  if ('outcome' in condition) return condition;
  const refused = firstRefusal(evidencePolicies, { condition, evidence, context });
  if (refused) return refused;
  const { conditionId, latest } = condition;
  const given = { conditionId, personId: context.actor, evidence };
  return latest?.personId === given.personId && latest.evidence === evidence
    ? accept()
    : accept({ type: 'EvidenceGiven', data: given });
};

/** The body and the project as gathered; a motion was decided on both, so that their absence is no case. */
const gathered = ({ body, project }: Pick<ConfirmCondition['data'], 'body' | 'project'>) => {
  if (body.status === 'absent' || !project)
    return refuse('condition-unknown', 'The body or the project of this condition is not in this log.');
  return { body, project };
};

const confirm = (
  { data }: ConfirmCondition,
  state: ConditionState,
  context: DecisionContext,
): Verdicts<ConditionMet> => {
  const condition = openOf(state);
  if ('outcome' in condition) return condition;
  const facts = gathered(data);
  if ('outcome' in facts) return facts;
  const { conditionId } = condition;
  const { finding } = data;
  return (
    firstRefusal(confirmingPolicies, { ...facts, condition, finding, context }) ??
    accept({ type: 'ConditionMet', data: { conditionId, finding } })
  );
};

const waive = (
  { data }: WaiveCondition,
  state: ConditionState,
  context: DecisionContext,
): Verdicts<ConditionWaived> => {
  const condition = openOf(state);
  if ('outcome' in condition) return condition;
  const facts = gathered(data);
  if ('outcome' in facts) return facts;
  const { conditionId } = condition;
  const { reason } = data;
  return (
    firstRefusal(waivingPolicies, { ...facts, condition, reason, context }) ??
    accept({ type: 'ConditionWaived', data: { conditionId, reason } })
  );
};

/** What has ended in one way or another stays as it is, and what has no time left is for its clock. */
const release = (
  { data: { by, outcome } }: ReleaseCondition,
  state: ConditionState,
  { at }: DecisionContext,
): Verdicts<ConditionReleased> =>
  state.status === 'open' && at < lapsesAt(state)
    ? accept({ type: 'ConditionReleased', data: { conditionId: state.conditionId, by, outcome } })
    : accept();

/** What the body is called to when a condition lapses. */
const CALLS: Readonly<Record<Consequence, CalledFor>> = {
  escalate: 'decision',
  hold: 'hold',
  'kill-motion': 'kill',
};

/** At the end of the due day nothing happens to a condition whose evidence is there: it lapses later, unless it is confirmed. */
const lapse = (state: ConditionState, { at }: DecisionContext): Verdicts<ConditionEvent> => {
  const condition = openOf(state);
  if ('outcome' in condition) return condition;
  if (at < condition.dueUntil)
    return refuse('condition-still-running', `The condition can be met until ${condition.dueUntil}.`);
  const lapsedAt = lapsesAt(condition);
  if (at < lapsedAt) return accept();
  const { conditionId, motionId, bodyId, projectId, consequence, inTime: unconfirmed } = condition;
  return accept<ConditionEvent>(
    { type: 'ConditionLapsed', data: { conditionId, lapsedAt, consequence, unconfirmed } },
    { type: 'MotionCalledFor', data: { conditionId, motionId, bodyId, projectId, ask: CALLS[consequence] } },
  );
};

/** A body has decided so, within its authority; whoever recorded that is on the motion. One that was waived stays so. */
const waiveByDecision = (
  { data: { motionId, bodyId } }: WaiveByDecision,
  state: ConditionState,
): Verdicts<ConditionWaived> => {
  if (state.status === 'waived') return accept();
  const condition = openOf(state);
  if ('outcome' in condition) return condition;
  const reason = `Decided by body ${bodyId} on motion ${motionId}.`;
  return accept({ type: 'ConditionWaived', data: { conditionId: condition.conditionId, reason } });
};

/** The rules of a condition, from the decision that set it to its end: met, waived, released with its work, or lapsed. */
export const decider: Decider<ConditionState, ConditionCommand, ConditionEvent, ConditionRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'SetCondition':
        return setCondition(command, state);
      case 'GiveEvidence':
        return giveEvidence(command, state, context);
      case 'ConfirmCondition':
        return confirm(command, state, context);
      case 'WaiveCondition':
        return waive(command, state, context);
      case 'WaiveByDecision':
        return waiveByDecision(command, state);
      case 'ReleaseCondition':
        return release(command, state, context);
      case 'LapseCondition':
        return lapse(state, context);
      default:
        return unreachable(command);
    }
  },
};
