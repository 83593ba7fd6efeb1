import { type CommandRuntime, type Receipt, type Refused, type Request, type RunCode } from '@docket/kernel';
import { claimForMotion, releaseMotion, type ProjectRefusal } from '@docket/project';
import type { MotionRefusal } from '../../domain/motion';
import { derivedRequest } from '../derived-request';

/** `projectIds`: the components to claim, in the order in which that is done. */
type Tabling = Readonly<{ request: Request; motionId: string; projectIds: readonly string[] }>;
type Answer<Code extends string> = Receipt | Refused<Code | RunCode>;

/**
 * Tables a motion on the components it has claimed. The motion's rules are asked first, so that a claim is made only where nothing
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
  const refused = await claimAll(runtime, tabling);
  const tabled = refused ?? (await table());
  if (tabled.outcome === 'refused' && !OF_ANOTHER.has(tabled.refusal.code))
    await releaseUnused(runtime, tabling);
  return tabled;
};

/** Another request has tabled the motion of this id: the claim is its own. */
const OF_ANOTHER: ReadonlySet<string> = new Set(['idempotency-key-reused', 'motion-already-tabled']);

const isRefused = (answer: Answer<string>, code: MotionRefusal): boolean =>
  answer.outcome === 'refused' && answer.refusal.code === code;

/** Claims one after the other; the first that is refused ends it, with why. */
const claimAll = async (
  runtime: CommandRuntime,
  { request, motionId, projectIds }: Tabling,
): Promise<Refused<ProjectRefusal | RunCode> | undefined> => {
  for (const projectId of projectIds) {
    const body = { projectId, motionId };
    const asked = derivedRequest(runtime, request, 'claim-for-motion', body);
    const claimed = await claimForMotion(runtime, asked, body);
    if (claimed.outcome === 'refused') return claimed;
  }
  return undefined;
};

/** Releases the claims of a motion that was not tabled after all. */
const releaseUnused = async (runtime: CommandRuntime, tabling: Tabling): Promise<void> => {
  const { motionId, projectIds, request } = tabling;
  for (const projectId of projectIds) {
    const body = { projectId, motionId };
    await releaseMotion(runtime, derivedRequest(runtime, request, 'release-motion', body), body);
  }
};
