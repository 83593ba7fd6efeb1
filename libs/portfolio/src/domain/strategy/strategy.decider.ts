import {
  accept,
  byCodeUnits,
  canonicalJson,
  Decimal,
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import { historyPolicies } from '../portfolio/history.policy';
import { reportingPolicies, valuePolicies } from './actual.policy';
import { canonical, definitionOf, statingPolicies } from './objective.policy';
import type {
  AddObjective,
  CorrectActual,
  ReportActual,
  RetireObjective,
  ReviseObjective,
  StrategyCommand,
  StrategyRefusal,
  WeighObjectives,
} from './strategy.commands';
import type { ObjectiveDefinition, StrategyEvent } from './strategy.events';
import { activeObjectives, evolve, initialState, type Objective, type StrategyState } from './strategy.state';
import { weighingPolicies } from './weighing.policy';

type Decided = Verdict<StrategyEvent, StrategyRefusal>;

const addObjective = ({ data }: AddObjective, state: StrategyState): Decided => {
  const { portfolioId, objectiveId } = data;
  if (state.objectives.has(objectiveId))
    return refuse(
      'objective-already-added',
      'This objective was added before. Add another one under a new id.',
    );
  return (
    firstRefusal(statingPolicies, { state, objectiveId, definition: data }) ??
    accept({ type: 'ObjectiveAdded', data: { portfolioId, objectiveId, ...definitionOf(data) } })
  );
};

/** Whether only the wording differs: what is measured, from where and to where by when is the same. */
const aimsAtTheSame = (before: ObjectiveDefinition, after: ObjectiveDefinition): boolean => {
  const aim = ({ measure, baseline, target }: ObjectiveDefinition) =>
    canonicalJson({ measure, baseline, target });
  return aim(before) === aim(after);
};

const reviseObjective = ({ data }: ReviseObjective, objective: Objective, state: StrategyState): Decided => {
  const { portfolioId, objectiveId } = data;
  if (objective.status === 'retired')
    return refuse(
      'objective-retired',
      `"${objective.definition.name}" is retired: it stays as it was. Add a new objective.`,
    );
  const refused = firstRefusal(statingPolicies, { state, objectiveId, definition: data });
  if (refused) return refused;
  const definition = definitionOf(data);
  if (canonicalJson(definition) === canonicalJson(objective.definition)) return accept();
  const reason = data.reason?.trim() ? { reason: data.reason } : {};
  if (!('reason' in reason) && !aimsAtTheSame(objective.definition, definition))
    return refuse(
      'reason-blank',
      `Say why "${objective.definition.name}" is measured or aimed otherwise: it moves goal progress, and what is said to serve it.`,
    );
  return accept({ type: 'ObjectiveRevised', data: { portfolioId, objectiveId, ...definition, ...reason } });
};

const retireObjective = ({ data }: RetireObjective, objective: Objective): Decided => {
  const { portfolioId, objectiveId, reason } = data;
  if (objective.status === 'retired') return accept();
  if (reason.trim() === '') return refuse('reason-blank', 'Say why it is retired: others will ask.');
  return accept({ type: 'ObjectiveRetired', data: { portfolioId, objectiveId, reason } });
};

const isWeighedSo = (state: StrategyState, { data }: WeighObjectives): boolean => {
  const standing = activeObjectives(state).map(({ objectiveId, weight }) => [objectiveId, weight] as const);
  const now = new Map(standing);
  return data.weights.every(({ objectiveId, weight }) => now.get(objectiveId) === canonical(weight));
};

const weighObjectives = (command: WeighObjectives, state: StrategyState): Decided => {
  const { portfolioId, weights } = command.data;
  const refused = firstRefusal(weighingPolicies, { state, weights });
  if (refused) return refused;
  if (isWeighedSo(state, command)) return accept();
  const inOrder = weights
    .map(({ objectiveId, weight }) => ({ objectiveId, weight: canonical(weight) }))
    .sort((a, b) => byCodeUnits(a.objectiveId, b.objectiveId));
  return accept({ type: 'ObjectivesWeighed', data: { portfolioId, weights: inOrder } });
};

const reportActual = ({ data }: ReportActual, objective: Objective, context: DecisionContext): Decided => {
  const { portfolioId, objectiveId, day, value, note } = data;
  const said = note === undefined ? {} : { note };
  return (
    firstRefusal(valuePolicies, data) ??
    firstRefusal(reportingPolicies, { ...data, objective, context }) ??
    accept({
      type: 'ActualReported',
      data: { portfolioId, objectiveId, day, value: canonical(value), ...said },
    })
  );
};

const correctActual = ({ data }: CorrectActual, { actuals, definition }: Objective): Decided => {
  const { portfolioId, objectiveId, day, value, reason } = data;
  const refused = firstRefusal(valuePolicies, data);
  if (refused) return refused;
  const former = actuals.get(day);
  if (former === undefined)
    return refuse(
      'actual-unknown',
      `Nothing was reported of "${definition.measure.name}" for ${day}. Report a value before correcting it.`,
    );
  if (Decimal.of(former).equals(Decimal.of(value))) return accept();
  if (reason.trim() === '') return refuse('reason-blank', 'Say why the value was wrong: others will ask.');
  return accept({
    type: 'ActualCorrected',
    data: { portfolioId, objectiveId, day, value: canonical(value), former, reason },
  });
};

type OnOne = ReviseObjective | RetireObjective | ReportActual | CorrectActual;

const onObjective = (command: OnOne, state: StrategyState, context: DecisionContext): Decided => {
  const objective = state.objectives.get(command.data.objectiveId);
  if (!objective)
    return refuse(
      'objective-unknown',
      `This portfolio has no objective ${command.data.objectiveId}. List its objectives.`,
    );
  switch (command.type) {
    case 'ReviseObjective':
      return reviseObjective(command, objective, state);
    case 'RetireObjective':
      return retireObjective(command, objective);
    case 'ReportActual':
      return reportActual(command, objective, context);
    case 'CorrectActual':
      return correctActual(command, objective);
    default:
      return unreachable(command);
  }
};

const decide = (command: StrategyCommand, state: StrategyState, context: DecisionContext): Decided => {
  const { portfolio } = command.data;
  const refused = firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  switch (command.type) {
    case 'AddObjective':
      return addObjective(command, state);
    case 'WeighObjectives':
      return weighObjectives(command, state);
    default:
      return onObjective(command, state, context);
  }
};

/** The rules of the objectives of one portfolio: what they say, what they weigh, and what their measures stood at. */
export const decider: Decider<StrategyState, StrategyCommand, StrategyEvent, StrategyRefusal> = {
  initialState,
  evolve,
  decide,
};
