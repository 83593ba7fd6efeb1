import { loadState, runCommand, type CommandRuntime, type Request } from '@docket/kernel';
import { Project } from '@docket/project';
import { Condition, conditionIdOf, type ReleaseCondition } from '../../domain/condition';
import { Motion, type Outcome } from '../../domain/motion';
import { derivedRequest } from '../derived-request';
import { setCondition } from '../set-condition/set-condition';

/** The work that has ended, and the motion whose decision ended it. */
export type Ending = Readonly<{ projectId: string; motionId: string; outcome: Outcome }>;

/** How many conditions a decision was recorded with. */
const conditionsOf = async (runtime: CommandRuntime, motionId: string): Promise<number> => {
  const motion = await loadState(runtime, Motion, motionId);
  return motion.status === 'decided' ? motion.decision.conditions.length : 0;
};

/** One that its follow-up has not set yet is set first, so that it does not come up afterwards. */
const release = async (
  runtime: CommandRuntime,
  request: Request,
  set: Readonly<{ motionId: string; index: number }>,
  { motionId: by, outcome }: Ending,
): Promise<void> => {
  await setCondition(runtime, derivedRequest(runtime, request, 'set-condition', set), set);
  const conditionId = conditionIdOf(set.motionId, set.index);
  const asked = derivedRequest(runtime, request, 'release-condition', { conditionId, by, outcome });
  await runCommand(runtime, Condition, conditionId, asked, (): ReleaseCondition => ({
    type: 'ReleaseCondition',
    data: { by, outcome },
  }));
};

/** Releases every condition that is still open of work that has ended. Repeated, it changes nothing. */
export const releaseConditions = async (
  runtime: CommandRuntime,
  request: Request,
  ending: Ending,
): Promise<void> => {
  const project = await loadState(runtime, Project, ending.projectId);
  const decided = project.status === 'absent' ? [] : [...project.carried.keys()];
  for (const motionId of decided) {
    const count = await conditionsOf(runtime, motionId);
    for (let index = 0; index < count; index += 1)
      await release(runtime, request, { motionId, index }, ending);
  }
};
