import {
  loadState,
  refuse,
  unreachable,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Request,
} from '@docket/kernel';
import { publishModel } from '@docket/assessment';
import { carryDecision, releaseMotion } from '@docket/project';
import { carriedBy, claimedBy, ENDS_WORK, Motion, type Outcome } from '../../domain/motion';
import { derivedRequest } from '../../features/derived-request';
import { releaseConditions } from '../../features/release-conditions/release-conditions';
import { waiveByDecision } from '../../features/waive-condition/waive-by-decision';

type Carried = Readonly<{ motionId: string; bodyId: string; outcome: Outcome }>;
type Ended = Receipt | Refused<string> | Readonly<{ outcome: 'accepted' }>;

const DONE = { outcome: 'accepted' } as const;

/** Carries it to each component; those that refuse keep nobody from the others, and the first refusal is told. */
const carryToComponents = async (
  runtime: CommandRuntime,
  request: Request,
  { motionId, bodyId }: Carried,
  components: ReturnType<typeof carriedBy>,
  isReBaseline: boolean,
): Promise<Ended> => {
  let refused: Refused<string> | undefined;
  for (const { projectId, ask: outcome } of components) {
    const body = { projectId, motionId, bodyId, outcome, ...(isReBaseline ? { isReBaseline } : {}) };
    const asked =
      components.length === 1 ? request : derivedRequest(runtime, request, 'carry-decision', body);
    const answer = await carryDecision(runtime, asked, body);
    if (answer.outcome === 'refused') refused ??= answer;
    else if (components.length > 1 && ENDS_WORK.has(outcome))
      await releaseConditions(runtime, request, { projectId, motionId, outcome });
  }
  return refused ?? DONE;
};

/** A decision that is called in by now goes no further; a budget and a programme stand by their decision alone. */
export const carryStanding = async (
  runtime: CommandRuntime,
  request: Request,
  carried: Carried,
): Promise<Ended> => {
  const motion = await loadState(runtime, Motion, carried.motionId);
  if (motion.status !== 'decided') return refuse('decision-missing', 'There is no decision on this motion.');
  if (motion.afterwards.calledInBy !== null)
    return refuse(
      'decision-called-in',
      'It was called in before it was carried: the body that did decides anew.',
    );
  const { matter } = motion;
  switch (matter.on) {
    case 'component':
    case 're-baseline':
    case 'slate': {
      const components = carriedBy(motion, carried.outcome);
      return carryToComponents(runtime, request, carried, components, matter.on === 're-baseline');
    }
    case 'waiver':
      return waiveByDecision(runtime, request, { ...carried, conditionId: matter.conditionId });
    case 'scoring-model':
      return publishModel(runtime, request, { modelId: matter.modelId, digest: matter.digest });
    case 'budget':
    case 'programme':
      return DONE;
    default:
      return unreachable(matter);
  }
};

/** Releases the conditions of the components whose work a decision has ended. */
export const releaseAllConditions = async (
  runtime: CommandRuntime,
  request: Request,
  { motionId, outcome }: Readonly<{ motionId: string; outcome: Outcome }>,
): Promise<Ended> => {
  const motion = await loadState(runtime, Motion, motionId);
  for (const projectId of motion.status === 'absent' ? [] : claimedBy(motion))
    await releaseConditions(runtime, request, { projectId, motionId, outcome });
  return DONE;
};

/** Lets go of every component a motion has claimed. */
export const releaseAll = async (
  runtime: CommandRuntime,
  request: Request,
  { motionId }: Readonly<{ motionId: string }>,
): Promise<Ended> => {
  const motion = await loadState(runtime, Motion, motionId);
  const claimed = motion.status === 'absent' ? [] : claimedBy(motion);
  for (const projectId of claimed) {
    const body = { projectId, motionId };
    const asked = claimed.length === 1 ? request : derivedRequest(runtime, request, 'release-motion', body);
    const answer = await releaseMotion(runtime, asked, body);
    if (answer.outcome === 'refused') return answer;
  }
  return DONE;
};
