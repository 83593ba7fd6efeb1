import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Condition, type ConfirmCondition } from '../domain/condition';
import { factsOfComponent } from './facts';

/** The body that set a condition and its project, gathered as guards; which ones they are never changes, so that finding out needs none. */
export const factsOfCondition = async (
  runtime: CommandRuntime,
  gather: Gather,
  conditionId: string,
): Promise<Pick<ConfirmCondition['data'], 'body' | 'project'>> => {
  const condition = await loadState(runtime, Condition, conditionId);
  if (condition.status === 'absent') return { body: { status: 'absent' }, project: undefined };
  const { body, project } = await factsOfComponent(gather, condition);
  return { body, project };
};
