import {
  accept,
  canonicalJson,
  dayOf,
  firstRefusal,
  isDay,
  refuse,
  tidyName,
  unreachable,
  type DecisionContext,
  type Decider,
  type Verdict,
} from '@docket/kernel';
import { definitionPolicies } from './definition.policy';
import { digestOfModel } from './model-digest';
import { groundedPolicies } from './grounded.policy';
import type {
  DraftModel,
  PublishModel,
  RetireModel,
  ReviseModel,
  ScoringModelCommand,
  ScoringModelRefusal,
} from './scoring-model.commands';
import type { ScoringModelEvent } from './scoring-model.events';
import { evolve, initialState, type DraftedModel, type ScoringModelState } from './scoring-model.state';
import { weightedModel } from './weighting';
import { withUnits } from './with-units';

type ModelVerdict = Verdict<ScoringModelEvent, ScoringModelRefusal>;

const unknown = (modelId: string): ModelVerdict =>
  refuse(
    'model-unknown',
    `There is no scoring model ${modelId}. Draft it first, or look its id up in the list of models.`,
  );

const draft = (data: DraftModel['data'], state: ScoringModelState): ModelVerdict => {
  const { modelId, portfolioId } = data;
  const name = tidyName(data.name);
  if (!data.portfolioExists)
    return refuse(
      'portfolio-unknown',
      `There is no portfolio ${portfolioId}. Open it before drafting a model for it.`,
    );
  if (name === '')
    return refuse('model-name-blank', 'The model has no name: rankings name the model they were made with.');
  if (state.status !== 'absent')
    return refuse(
      'model-name-taken',
      `This portfolio has a model named "${state.name}" already (${state.status}). Draft this one under another name.`,
    );
  const weighted = weightedModel(withUnits(data, data.grounds));
  if (weighted.outcome === 'refused') return weighted;
  const { definition, comparison } = weighted;
  return (
    firstRefusal(definitionPolicies, definition) ??
    firstRefusal(groundedPolicies, { definition, grounds: data.grounds }) ??
    accept<ScoringModelEvent>({
      type: 'ScoringModelDrafted',
      data: { modelId, portfolioId, name, ...definition, comparison },
    })
  );
};

const noLongerADraft = ({ name, status }: DraftedModel): ModelVerdict =>
  refuse(
    'model-published',
    `"${name}" is ${status} and can no longer change: rankings made with it stay true. Draft a new model under a new name.`,
  );

const revise = (data: ReviseModel['data'], state: ScoringModelState): ModelVerdict => {
  if (state.status === 'absent') return unknown(data.modelId);
  if (state.status !== 'draft') return noLongerADraft(state);
  const weighted = weightedModel(withUnits(data, data.grounds));
  if (weighted.outcome === 'refused') return weighted;
  const { definition, comparison } = weighted;
  if (canonicalJson([definition, comparison]) === canonicalJson([state.definition, state.comparison]))
    return accept();
  return (
    firstRefusal(definitionPolicies, definition) ??
    firstRefusal(groundedPolicies, { definition, grounds: data.grounds }) ??
    accept<ScoringModelEvent>({
      type: 'ScoringModelRevised',
      data: { modelId: data.modelId, ...definition, comparison },
    })
  );
};

const publish = (
  { modelId, effectiveFrom, timeZone, digest }: PublishModel['data'],
  state: ScoringModelState,
  { at, origin }: DecisionContext,
): ModelVerdict => {
  if (state.status === 'absent') return unknown(modelId);
  if (state.status === 'retired') return retired(state);
  if (digest !== undefined && digest !== digestOfModel(state))
    return refuse(
      'model-revised',
      `"${state.name}" was revised since a body was asked about it: what would be published is not what it saw. Table a motion on it as it reads now.`,
    );
  if (state.status === 'published')
    return effectiveFrom === undefined || effectiveFrom === state.effectiveFrom
      ? accept()
      : noLongerADraft(state);
  const today = dayOf(at, timeZone);
  if (effectiveFrom !== undefined && !isDay(effectiveFrom))
    return refuse(
      'day-malformed',
      `effectiveFrom is "${effectiveFrom}". Write a day that exists, like 2026-03-31.`,
    );
  if (origin === 'live' && effectiveFrom !== undefined && effectiveFrom < today)
    return refuse(
      'effective-in-the-past',
      `It is ${today}; "${state.name}" cannot count from ${effectiveFrom} on, rankings of those days were made without it. Publish it from today or a later day on.`,
    );
  return accept<ScoringModelEvent>({
    type: 'ScoringModelPublished',
    data: { modelId, effectiveFrom: effectiveFrom ?? today },
  });
};

const retired = ({ name }: DraftedModel): ModelVerdict =>
  refuse('model-retired', `"${name}" is retired already; that stands. Draft a new model under a new name.`);

const retire = ({ modelId, reason }: RetireModel['data'], state: ScoringModelState): ModelVerdict => {
  if (state.status === 'absent') return unknown(modelId);
  if (state.status === 'draft')
    return refuse(
      'model-not-published',
      `"${state.name}" is a draft, which no ranking uses: there is nothing to retire.`,
    );
  if (state.status === 'retired') return state.retiredFor === reason ? accept() : retired(state);
  return reason.trim() === ''
    ? refuse('reason-blank', 'Say why the model is retired: rankings made with it will be asked about.')
    : accept<ScoringModelEvent>({ type: 'ScoringModelRetired', data: { modelId, reason } });
};

/** The rules of a scoring model: drafted and revised freely, published once, then immutable until it is retired. */
export const scoringModelDecider: Decider<
  ScoringModelState,
  ScoringModelCommand,
  ScoringModelEvent,
  ScoringModelRefusal
> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'DraftModel':
        return draft(command.data, state);
      case 'ReviseModel':
        return revise(command.data, state);
      case 'PublishModel':
        return publish(command.data, state, context);
      case 'RetireModel':
        return retire(command.data, state);
      default:
        return unreachable(command);
    }
  },
};
