import type { Aggregate } from '@docket/kernel';
import { codec } from './project.codec';
import type { ProjectCommand, ProjectRefusal } from './project.commands';
import { decider } from './project.decider';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';

export * from './business-case';
export * from './project.commands';
export * from './project.events';
export * from './status-report';
export { CRITERION_FINDINGS } from './gate.events';
export { gateInTheWay, type GateInTheWay } from './gate.state';
export { NATURES } from './interest.events';
export { barredFrom } from './interest.state';
export { PARTS } from './part.events';
export { codec } from './project.codec';
export { decider } from './project.decider';
export type { Absence } from './absence.state';
export type { KnownProject, ProjectState, ProjectStatus } from './project.state';
export { CONFIDENCE_SCALES } from './delivery-confidence';
export { decidableOutcomes } from './motion.decider';
export { statusAfter } from './project.state';
export { stands } from './standing';
export {
  barIn,
  barsIn,
  inWords,
  partIn,
  partsIn,
  type Bar,
  type Barred,
  type PartIn,
  type PeopleOf,
} from './part-in';

/** A proposal, or work somebody authorised: one stream from the first word about it to its end. */
export const Project: Aggregate<ProjectState, ProjectCommand, ProjectEvent, ProjectRefusal> = {
  category: 'project',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};
