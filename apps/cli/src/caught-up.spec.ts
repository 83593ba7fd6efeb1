import { notCaughtUp, type WorkerStanding } from './caught-up';

const leader = { process: 'north/7', since: '2026-11-28T09:00:00.000Z', silentSeconds: 1 };
const nobody = { process: null, since: null, silentSeconds: 40 };
const projection = { state: 'elsewhere', number: 48, lag: { events: 3, seconds: 40 } } as const;

const BEGIN = 'The read model has not come to the end of the log within 15 s.';
const START = 'Start a worker with `npm run start:worker`, or look why it stands.';

describe('a command that waited in vain for a worker', () => {
  it.each<[string, WorkerStanding, string]>([
    [
      'who leads since when, and how far it is',
      { projection, leaders: { projections: leader, reactions: leader } },
      `${BEGIN} north/7 leads the projections since 2026-11-28T09:00:00.000Z; they are at event 48, 3 events behind the log. ${START} What is held can be asked for with --as-of 48.`,
    ],
    [
      'that nobody leads, and what readiness waits for',
      {
        projection: { ...projection, lag: { events: 1_000, atLeast: true, seconds: 40 } },
        leaders: { projections: nobody, reactions: nobody },
        waitingFor: 'projections (elsewhere, 40 s behind: is a worker running?)',
      },
      `${BEGIN} No process leads the projections; they are at event 48, at least 1000 events behind the log. Waited for: projections (elsewhere, 40 s behind: is a worker running?). ${START} What is held can be asked for with --as-of 48.`,
    ],
    [
      'that neither can be seen, and offers no event',
      { projection: { state: 'elsewhere', number: null, lag: null } },
      `${BEGIN} Which process leads the projections cannot be seen; how far they are cannot be seen. ${START}`,
    ],
  ])('is told %s', (_, standing, told) => expect(notCaughtUp(standing)).toBe(told));
});
