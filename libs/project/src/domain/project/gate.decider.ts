import { accept, firstRefusal, type DecisionContext, type Verdict } from '@docket/kernel';
import type { GiveGateEvidence, JudgeGateCriterion, ReachGate } from './gate.commands';
import type { GateCriterionJudged, GateEvidenceGiven, GatePassed, GateReached } from './gate.events';
import { evidencePolicies, judgingPolicies, passedFrom, reachingPolicies } from './gate.policy';
import { unmet } from './gate.state';
import { historyPolicies } from './history.policy';
import type { ProjectRefusal } from './project.commands';
import type { DecisionCarried } from './project.events';
import type { KnownProject } from './project.state';

/** The component comes to a gate; where it stands at it already, as the same version says it, nothing happens. */
export const reachGate = (
  { data }: ReachGate,
  state: KnownProject,
  context: DecisionContext,
): Verdict<GateReached, ProjectRefusal> => {
  const { projectId, gates } = state;
  const { gateId, reason, portfolio } = data;
  const { version } = data.gates;
  if (gates.standing?.gateId === gateId && gates.standing.version === version) return accept();
  const refused =
    firstRefusal(reachingPolicies, { data, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  return accept(
    ...data.gates.gates
      .filter(({ id }) => id === gateId)
      .map(({ name, criteria }): GateReached => {
        const takesBack = passedFrom({ data, state, context });
        return {
          type: 'GateReached',
          data: { projectId, gateId, name, version, criteria, takesBack, reason },
        };
      }),
  );
};

/** Evidence of a criterion; the same said again by the same person changes nothing. */
export const giveGateEvidence = (
  { data }: GiveGateEvidence,
  state: KnownProject,
  context: DecisionContext,
): Verdict<GateEvidenceGiven, ProjectRefusal> => {
  const { gateId, criterionId, what, reference, portfolio } = data;
  const refused =
    firstRefusal(evidencePolicies, { data, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  const { projectId, gates } = state;
  const said = { gateId, criterionId, what, ...(reference === undefined ? {} : { reference }) };
  const isKnown = gates.standing?.evidence.some(
    (one) =>
      one.criterionId === criterionId &&
      one.what === what &&
      one.reference === reference &&
      one.personId === context.actor,
  );
  return isKnown
    ? accept()
    : accept({ type: 'GateEvidenceGiven', data: { projectId, ...said, personId: context.actor } });
};

/** A criterion is judged, or judged anew; the same said again by the same person changes nothing. */
export const judgeGateCriterion = (
  { data }: JudgeGateCriterion,
  state: KnownProject,
  context: DecisionContext,
): Verdict<GateCriterionJudged, ProjectRefusal> => {
  const { gateId, criterionId, finding, reason, portfolio } = data;
  const refused =
    firstRefusal(judgingPolicies, { data, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  const { projectId, gates } = state;
  const personId = context.actor;
  const before = gates.standing?.judgements.get(criterionId);
  return before?.finding === finding && before.reason === reason && before.personId === personId
    ? accept()
    : accept({
        type: 'GateCriterionJudged',
        data: { projectId, gateId, criterionId, finding, reason, personId },
      });
};

/** The gate a decision lets the component through, if it stands at one: a go, conditional or not. All else leaves it where it is. */
export const gatePassedBy = (
  state: KnownProject,
  { motionId, bodyId, outcome }: DecisionCarried['data'],
): readonly GatePassed[] => {
  const { projectId, gates } = state;
  const { standing } = gates;
  if (!standing || (outcome !== 'go' && outcome !== 'conditional-go')) return [];
  const { gateId, name, version } = standing;
  const open = unmet(standing, state).map(({ id }) => id);
  const by = { motionId, bodyId, outcome, unmet: open };
  return [{ type: 'GatePassed', data: { projectId, gateId, name, version, ...by } }];
};
