import { ballotClock, clockOf, type BallotOpened } from '@docket/governance';
import {
  derivedUuid,
  digestOfBody,
  runCommand,
  type CommandRuntime,
  type Instant,
  type Recorded,
} from '@docket/kernel';

/** A ballot as it opened, with the instant at which it closes. */
const opened = (motionId: string, closesAt: Instant): Recorded<BallotOpened> => {
  const place = { stream: `docket-motion-${motionId}`, revision: 1 };
  const rules = {
    quorum: { kind: 'count', seats: 1 },
    carryRule: 'majority-of-cast',
    minimumSeats: 1,
  } as const;
  return {
    type: 'BallotOpened',
    data: { motionId, electorate: [], ...rules, projectRevision: 0, rules: 1, lead: null, closesAt },
    ...{ ...place, id: derivedUuid(motionId), position: '1' },
    meta: {
      ...{ ...place, previous: null, actor: 'cleo', authentication: 'test', commandId: 'c' },
      ...{ bodyDigest: 'd', correlationId: 'c', recordedAt: '2026-03-02T09:00:00.000Z' },
      ...{ origin: 'live', portfolio: derivedUuid('portfolio'), guards: [] },
    },
  };
};

/** The id of the clock of a ballot that is called so here. */
export const clockNamed = (name: string): string => clockOf(derivedUuid('motion', name));

/** Has the clock of a ballot told that it opened; it closes at an instant. */
export const ballotWaits = async (
  runtime: CommandRuntime,
  name: string,
  closesAt: Instant,
): Promise<void> => {
  const event = opened(derivedUuid('motion', name), closesAt);
  const request = {
    ...{ actor: 'process:ballot-clock', authentication: 'process', operation: 'notice', key: name },
    ...{ bodyDigest: digestOfBody(name), correlationId: name, origin: 'live' as const },
  };
  const command = () => ({ type: 'Notice', data: { event } }) as const;
  await runCommand(runtime, ballotClock.aggregate, clockNamed(name), request, command);
};
