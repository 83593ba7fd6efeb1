import { derivedUuid, type Aggregate } from '@docket/kernel';
import { assessmentCodec } from './assessment.codec';
import type { AssessmentCommand, AssessmentCommandRefusal } from './assessment.commands';
import { assessmentDecider } from './assessment.decider';
import type { AssessmentEvent } from './assessment.events';
import type { AssessmentState } from './assessment.state';

/** One person's ratings of one component by one scoring model, with reasons. */
export const Assessment: Aggregate<
  AssessmentState,
  AssessmentCommand,
  AssessmentEvent,
  AssessmentCommandRefusal
> = {
  category: 'assessment',
  decider: assessmentDecider,
  codec: assessmentCodec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};

/** The id of the one assessment that a person gives of a component by a model: giving it again revises it. */
export const assessmentIdOf = ({
  projectId,
  modelId,
  assessor,
}: Readonly<{ projectId: string; modelId: string; assessor: string }>): string =>
  derivedUuid('assessment', projectId, modelId, assessor);
