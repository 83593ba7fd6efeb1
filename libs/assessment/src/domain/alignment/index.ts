import { derivedUuid, type Aggregate } from '@docket/kernel';
import { codec } from './alignment.codec';
import type { AlignmentCommand, AlignmentRefusal } from './alignment.commands';
import { decider } from './alignment.decider';
import type { AlignmentEvent } from './alignment.events';
import type { AlignmentState } from './alignment.state';

export * from './alignment.commands';
export * from './alignment.events';
export type { AlignmentState, Contribution as StandingContribution } from './alignment.state';

/** Which objectives one component serves, how strongly: one stream per component. */
export const Alignment: Aggregate<AlignmentState, AlignmentCommand, AlignmentEvent, AlignmentRefusal> = {
  category: 'alignment',
  decider,
  codec,
  portfolioOf: ({ portfolioId }) => portfolioId,
};

/** The id of the one alignment of a project. */
export const alignmentIdOf = (projectId: string): string => derivedUuid('alignment', projectId);
