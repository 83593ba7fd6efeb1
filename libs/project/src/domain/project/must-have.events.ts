import type { Event } from '@docket/kernel';

/** The component stands above every funding line, for this reason: a recorded act until bodies decide it. */
export type MustHaveMarked = Event<'MustHaveMarked', { projectId: string; reason: string }>;
/** It competes for its place again. */
export type MustHaveLifted = Event<'MustHaveLifted', { projectId: string; reason: string }>;
