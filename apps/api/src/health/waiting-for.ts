import type {
  JobsStatus,
  Leader,
  Leaders,
  ProjectionStatus,
  ReactionsStatus,
  Unanswered,
} from '@docket/host';

/** How everything stands that readiness tells of. */
export type Standing = Readonly<{
  projection: ProjectionStatus;
  reactions: ReactionsStatus | undefined;
  /** `undefined` where nobody leads anything (the embedded profile); `unanswered` while it cannot be seen. */
  leaders: Leaders | 'unanswered' | undefined;
  /** What somebody has to change before they can be seen, where it is known. */
  reason?: string | undefined;
  jobs: JobsStatus;
}>;

/** How far behind the read model may be while it counts as ready; beyond, no worker is projecting, or none keeps up. */
const MOST_LAG_S = 30;

/** A log that was changed tells no lag, but what is wrong with it. */
const tamperedBy = ({ state, lag, error }: ProjectionStatus): string | undefined =>
  state === 'stopped' && lag === null && error !== undefined
    ? `projections (stopped: ${error} They go on by themselves within a minute of that.)`
    : undefined;

const behindBy = ({ state, lag }: ProjectionStatus): string | undefined => {
  if (lag === null || ((state === 'live' || state === 'elsewhere') && lag.seconds <= MOST_LAG_S))
    return undefined;
  const question = state === 'elsewhere' ? ': is a worker running?' : '';
  return `projections (${state}, ${lag.seconds} s behind${question})`;
};

const failedBy = ({ state }: ReactionsStatus): string | undefined =>
  state === 'failed' ? 'reactions (failed; begun anew every minute)' : undefined;

/** After a leader that is gone another one follows within seconds; a longer silence means that no worker runs. */
const MOST_SILENCE_S = 30;

const unledBy = (what: string, { process, silentSeconds, resignedFor }: Leader): string | undefined => {
  const isFollowed = silentSeconds !== null && silentSeconds <= MOST_SILENCE_S && resignedFor === undefined;
  if (process !== null || isFollowed) return undefined;
  const why = resignedFor === undefined ? 'is a worker running?' : resignedFor;
  return `${what} (led by no process${silentSeconds === null ? '' : ` for ${silentSeconds} s`}: ${why})`;
};

/** Why the leader gave up comes before how far the read model is behind since. */
const resignedBy = ({ projections }: Leaders): string | undefined =>
  projections.resignedFor === undefined ? undefined : unledBy('projections', projections);

const leaderlessBy = ({ projections, reactions }: Leaders): string | undefined =>
  unledBy('projections', projections) ?? unledBy('reactions', reactions);

/** What a part is called, and what answers for it where it is a server. */
const PARTS: Readonly<Record<Unanswered, Readonly<{ name: string; server: string }>>> = {
  'read-model': { name: 'the read model', server: 'PostgreSQL' },
  'event-store': { name: 'the event store', server: 'EventStoreDB' },
};

/** The parts that readiness needs and that do not answer; who leads is kept beside the read model. */
export const unansweredIn = ({
  projection,
  leaders,
}: Pick<Standing, 'projection' | 'leaders'>): readonly Unanswered[] => {
  const unanswered = projection.unanswered ?? [];
  return leaders === 'unanswered' && !unanswered.includes('read-model')
    ? ['read-model', ...unanswered]
    : unanswered;
};

const GONE = 'its tables were dropped: the process that leads the projections builds it anew';

/** Why the read model does not answer, where more is known of it than that. */
export const whyUnread = ({ projection, reason }: Standing): string | undefined =>
  projection.isGone ? GONE : reason;

const silentBy = (standing: Standing, hasServers: boolean): string | undefined => {
  const whyOf = (part: Unanswered): string =>
    (part === 'read-model' ? whyUnread(standing) : undefined) ??
    `${hasServers ? PARTS[part].server : 'it'} does not answer`;
  const unanswered = unansweredIn(standing);
  return unanswered.length === 0
    ? undefined
    : unanswered.map((part) => `${PARTS[part].name} (${whyOf(part)})`).join(' and ');
};

/** What must come about before Docket can do its work; `undefined` while it can. Nothing waits for jobs. */
export const waitingFor = (standing: Standing, hasServers: boolean): string | undefined => {
  const { projection, reactions, leaders } = standing;
  return (
    silentBy(standing, hasServers) ??
    tamperedBy(projection) ??
    (leaders && leaders !== 'unanswered' ? resignedBy(leaders) : undefined) ??
    behindBy(projection) ??
    (reactions && failedBy(reactions)) ??
    (leaders && leaders !== 'unanswered' ? leaderlessBy(leaders) : undefined)
  );
};
