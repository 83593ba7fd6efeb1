import { type CommandRuntime, type Receipt, type Refused, type Request, type RunCode } from '@docket/kernel';
import { claimForMotion, releaseMotion, type ProjectRefusal } from '@docket/project';
import type { MotionRefusal } from '../../domain/motion';
import { derivedRequest } from '../derived-request';

type Tabling = Readonly<{ request: Request; motionId: string; projectId: string }>;
type Answer<Code extends string> = Receipt | Refused<Code | RunCode>;

/**
 * Tables a motion on a project it has claimed. The motion's rules are asked first, so that a claim is made only where nothing
 * else is in the way; one that is not used after all is released. A crash between claim and tabling leaves a claim without a
 * motion: the same request finds it again, others are refused until the watchdog has released it (ADR-0018).
 */
export const withClaim = async (
  runtime: CommandRuntime,
  tabling: Tabling,
  table: () => Promise<Answer<MotionRefusal>>,
): Promise<Answer<MotionRefusal | ProjectRefusal>> => {
  const first = await table();
  if (!isRefused(first, 'motion-not-claimed')) return first;
  const claimed = await claim(runtime, tabling);
  if (claimed.outcome === 'refused') return claimed;
  const tabled = await table();
  if (tabled.outcome === 'refused') await releaseUnused(runtime, tabling);
  return tabled;
};

const isRefused = (answer: Answer<string>, code: MotionRefusal): boolean =>
  answer.outcome === 'refused' && answer.refusal.code === code;

const claim = (runtime: CommandRuntime, tabling: Tabling): Promise<Answer<ProjectRefusal>> => {
  const { projectId, motionId } = tabling;
  const body = { projectId, motionId };
  return claimForMotion(runtime, derivedRequest(runtime, tabling.request, 'claim-for-motion', body), body);
};

/** Releases the claim of a motion that was not tabled after all. */
const releaseUnused = async (runtime: CommandRuntime, tabling: Tabling): Promise<void> => {
  const { motionId, projectId } = tabling;
  const body = { projectId, motionId };
  await releaseMotion(runtime, derivedRequest(runtime, tabling.request, 'release-motion', body), body);
};
