import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Body } from '../domain/body';
import { Motion, type CallInDecision } from '../domain/motion';
import { matterFacts } from './matter-facts';

type Facts = Omit<CallInDecision['data'], 'reason'>;

/** Who may call a decision in, with their bodies, and the project, gathered as guards. The windows are those the decision was recorded with. */
export const factsOfWindows = async (
  runtime: CommandRuntime,
  gather: Gather,
  motionId: string,
): Promise<Facts> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status !== 'decided') return { project: undefined, windows: [] };
  const project = await matterFacts(gather, motion);
  const windows = await Promise.all(
    motion.decision.callIn.map(async (window) => ({ window, body: await gather(Body, window.bodyId) })),
  );
  return { project, windows };
};
