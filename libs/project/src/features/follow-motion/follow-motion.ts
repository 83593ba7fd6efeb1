import {
  runCommand,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import {
  Project,
  type CarryDecision,
  type ClaimForMotion,
  type ProjectRefusal,
  type ReleaseMotion,
} from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';

type Answer = Promise<Receipt | Refused<ProjectRefusal | RunCode>>;
type Asked<C extends Readonly<{ data: object }>> = Omit<C['data'], 'portfolio'>;

/** Claims a project for a motion: at most one is open. Asked by those who table motions, never by a door of its own. */
export const claimForMotion = (
  runtime: CommandRuntime,
  request: Request,
  data: Asked<ClaimForMotion>,
): Answer =>
  runCommand(runtime, Project, data.projectId, request, async (gather) => ({
    type: 'ClaimForMotion',
    data: { ...data, portfolio: await portfolioOfProject(runtime, gather, data.projectId) },
  }));

/** Ends the claim of a motion that ended without a decision; the project's own rules make a repetition harmless. */
export const releaseMotion = (
  runtime: CommandRuntime,
  request: Request,
  data: Asked<ReleaseMotion>,
): Answer =>
  runCommand(runtime, Project, data.projectId, request, async (gather) => ({
    type: 'ReleaseMotion',
    data: { ...data, portfolio: await portfolioOfProject(runtime, gather, data.projectId) },
  }));

/** Carries the recorded decision of a motion to the project. */
export const carryDecision = (
  runtime: CommandRuntime,
  request: Request,
  data: Asked<CarryDecision>,
): Answer =>
  runCommand(runtime, Project, data.projectId, request, async (gather) => ({
    type: 'CarryDecision',
    data: { ...data, portfolio: await portfolioOfProject(runtime, gather, data.projectId) },
  }));
