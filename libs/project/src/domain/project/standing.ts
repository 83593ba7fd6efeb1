import type { ProjectStatus } from './project.state';

const STANDING: ReadonlySet<ProjectStatus> = new Set(['proposed', 'authorised', 'held']);

/** Whether a project of this status stands: it is proposed, authorised or held, so that something is left to be decided or done. */
export const stands = (status: ProjectStatus): boolean => STANDING.has(status);
