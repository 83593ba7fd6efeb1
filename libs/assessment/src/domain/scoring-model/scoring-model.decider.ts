import {
  accept,
  canonicalJson,
  firstRefusal,
  refuse,
  unreachable,
  type Command,
  type Decider,
  type Verdict,
} from '@docket/kernel';
import { definitionPolicies, type DefinitionRefusal } from './definition.policy';
import type { ModelDefinition, ScoringModelEvent } from './scoring-model.events';

/** `portfolioExists` is a fact gathered from the portfolio's stream. */
export type DraftModel = Command<
  'DraftModel',
  { modelId: string; portfolioId: string; portfolioExists: boolean; name: string } & ModelDefinition
>;
export type ReviseModel = Command<'ReviseModel', { modelId: string } & ModelDefinition>;
export type PublishModel = Command<'PublishModel', { modelId: string }>;
export type ScoringModelCommand = DraftModel | ReviseModel | PublishModel;

export type ScoringModelRefusal =
  | 'portfolio-unknown'
  | 'model-name-blank'
  | 'model-name-taken'
  | 'model-unknown'
  | 'model-published'
  | DefinitionRefusal;

/** `absent` before it is drafted; a published model never changes again. */
export type ScoringModelState =
  | Readonly<{ status: 'absent' }>
  | Readonly<{
      status: 'draft' | 'published';
      portfolioId: string;
      name: string;
      definition: ModelDefinition;
    }>;

type ModelVerdict = Verdict<ScoringModelEvent, ScoringModelRefusal>;

const initialState = (): ScoringModelState => ({ status: 'absent' });

const definitionOf = ({ criteria, minimumCoverage }: ModelDefinition): ModelDefinition => ({
  criteria,
  minimumCoverage,
});

const evolve = (state: ScoringModelState, event: ScoringModelEvent): ScoringModelState => {
  switch (event.type) {
    case 'ScoringModelDrafted': {
      const { portfolioId, name } = event.data;
      return { status: 'draft', portfolioId, name, definition: definitionOf(event.data) };
    }
    case 'ScoringModelRevised':
      return state.status === 'absent' ? state : { ...state, definition: definitionOf(event.data) };
    case 'ScoringModelPublished':
      return state.status === 'absent' ? state : { ...state, status: 'published' };
    default:
      return unreachable(event);
  }
};

const unknown = (modelId: string): ModelVerdict =>
  refuse(
    'model-unknown',
    `There is no scoring model ${modelId}. Draft it first, or look its id up in the list of models.`,
  );

const draft = (data: DraftModel['data'], state: ScoringModelState): ModelVerdict => {
  const { modelId, portfolioId } = data;
  const name = data.name.trim();
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
  return (
    firstRefusal(definitionPolicies, definitionOf(data)) ??
    accept<ScoringModelEvent>({
      type: 'ScoringModelDrafted',
      data: { modelId, portfolioId, name, ...definitionOf(data) },
    })
  );
};

const revise = (data: ReviseModel['data'], state: ScoringModelState): ModelVerdict => {
  const definition = definitionOf(data);
  switch (state.status) {
    case 'absent':
      return unknown(data.modelId);
    case 'published':
      return refuse(
        'model-published',
        `"${state.name}" is published and can no longer change: rankings made with it stay true. Draft a new model under a new name.`,
      );
    case 'draft':
      if (canonicalJson(definition) === canonicalJson(state.definition)) return accept();
      return (
        firstRefusal(definitionPolicies, definition) ??
        accept<ScoringModelEvent>({
          type: 'ScoringModelRevised',
          data: { modelId: data.modelId, ...definition },
        })
      );
    default:
      return unreachable(state);
  }
};

const publish = ({ modelId }: PublishModel['data'], state: ScoringModelState): ModelVerdict => {
  switch (state.status) {
    case 'absent':
      return unknown(modelId);
    case 'published':
      return accept();
    case 'draft':
      return accept<ScoringModelEvent>({ type: 'ScoringModelPublished', data: { modelId } });
    default:
      return unreachable(state);
  }
};

/** The rules of a scoring model: drafted and revised freely, published once, then immutable. */
export const scoringModelDecider: Decider<
  ScoringModelState,
  ScoringModelCommand,
  ScoringModelEvent,
  ScoringModelRefusal
> = {
  initialState,
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'DraftModel':
        return draft(command.data, state);
      case 'ReviseModel':
        return revise(command.data, state);
      case 'PublishModel':
        return publish(command.data, state);
      default:
        return unreachable(command);
    }
  },
};
