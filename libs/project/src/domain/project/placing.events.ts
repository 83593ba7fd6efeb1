import type { Event } from '@docket/kernel';

/** From now on the project stands in this node of the composition; null: in the portfolio itself. */
export type ProjectPlaced = Event<'ProjectPlaced', { projectId: string; nodeId: string | null }>;
