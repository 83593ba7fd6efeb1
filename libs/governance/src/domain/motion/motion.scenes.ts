import { partsIn, type PeopleOf } from '@docket/project';
import type { EstablishedBody } from '../body';
import type { CloseBallot, MatterFacts, TableMotion } from './motion.commands';
import type {
  BallotClosed,
  BallotOpened,
  Choice,
  Count,
  MotionCarriedOver,
  MotionTabled,
  RecusalGround,
  Result,
  Struck,
  VoteCast,
} from './motion.events';

/** Scenes of the specs beside: a board of four who vote and a secretary, and a proposal it is asked about. */
const term = { from: '2026-01-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' };

export const body: EstablishedBody = {
  status: 'established',
  rules: 1,
  bodyId: 'board',
  portfolioId: 'portfolio',
  name: 'Investment Board',
  quorum: { kind: 'count', seats: 3 },
  carryRule: 'majority-of-cast',
  minimumSeats: 3,
  seats: [
    { personId: 'cleo', role: 'chair', ...term },
    { personId: 'mona', role: 'member', ...term },
    { personId: 'milo', role: 'member', ...term },
    { personId: 'nils', role: 'member', ...term },
    { personId: 'paula', role: 'member', from: term.from, until: '2026-02-01T00:00:00.000Z' },
    { personId: 'sami', role: 'secretary', ...term },
  ],
};

const people = { proposer: 'pia', sponsor: 'stan', manager: 'mara' };

export const project: MatterFacts = {
  called: 'project',
  portfolioId: 'portfolio',
  status: 'proposed',
  decidable: ['go', 'reject'],
  parts: partsIn(people),
  needsClaim: true,
  openMotion: 'motion',
};

/** The project with others in these parts. */
export const projectWith = (others: PeopleOf): MatterFacts => ({
  ...project,
  parts: partsIn({ ...people, ...others }),
});

const asked = {
  motionId: 'motion',
  portfolioId: 'portfolio',
  bodyId: 'board',
  projectId: 'project',
  matter: { on: 'component' },
  kind: null,
  ask: 'go',
  question: 'Shall it go ahead?',
} as const;

export const tabling = (change: Partial<TableMotion['data']> = {}): TableMotion => ({
  type: 'TableMotion',
  data: { ...asked, body, project, calledIn: [], ...change },
});

export const tabled: MotionTabled = {
  type: 'MotionTabled',
  data: { ...asked, proposer: 'ada', supersedes: null },
};

type Printed = Readonly<{ recused?: readonly [string, RecusalGround]; closesAt?: string }>;

export const ballotOn = ({ recused, closesAt }: Printed = {}): BallotOpened => ({
  type: 'BallotOpened',
  data: {
    motionId: 'motion',
    electorate: (['cleo', 'milo', 'mona', 'nils'] as const).map((personId) => ({
      personId,
      role: personId === 'cleo' ? 'chair' : 'member',
      ...(recused?.[0] === personId ? { standing: 'recused', why: recused[1] } : { standing: 'entitled' }),
    })),
    quorum: { kind: 'count', seats: 3 },
    carryRule: 'majority-of-cast',
    minimumSeats: 3,
    projectRevision: 4,
    rules: 1,
    lead:
      recused?.[0] === 'cleo' ? { personId: null, why: 'chair-recused' } : { personId: 'cleo', why: 'chair' },
    ...(closesAt === undefined ? {} : { closesAt }),
  },
});

export const vote = (personId: string, choice: Choice, reason: string): VoteCast => ({
  type: 'VoteCast',
  data: { motionId: 'motion', personId, choice, reason },
});

/** Everybody votes for it. */
export const votes = (...who: readonly string[]): readonly VoteCast[] =>
  who.map((one) => vote(one, 'for', 'Yes'));

/** The board as it is when this person has lost the seat. */
export const without = (who: string): Readonly<{ body: EstablishedBody }> => ({
  body: { ...body, seats: body.seats.filter(({ personId }) => personId !== who) },
});

type Facts = Readonly<{ body?: EstablishedBody; project?: MatterFacts }>;

/** A ballot is closed, on what was gathered as of now and as of when its time ended. */
export const close = (now: Facts = {}, whenOver: Facts = now): CloseBallot => ({
  type: 'CloseBallot',
  data: { body, project, ...now, whenOver: { body, project, ...whenOver } },
});

type Closing = Partial<Count> & Readonly<{ endedAt?: string; result?: Result; struck?: readonly Struck[] }>;

export const closedWith = ({
  endedAt = '2026-03-02T09:00:00.000Z',
  result = 'carried',
  struck = [],
  ...count
}: Closing = {}): BallotClosed => ({
  type: 'BallotClosed',
  data: {
    motionId: 'motion',
    projectId: 'project',
    endedAt,
    count: { inFavour: 3, against: 0, abstained: 0, entitled: 4, quorumNeeded: 3, denominator: 3, ...count },
    result,
    struck,
  },
});

/** It stands as it was tabled, after so many ballots without a quorum. */
export const carriedOver = (ballots = 1): MotionCarriedOver => ({
  type: 'MotionCarriedOver',
  data: { motionId: 'motion', projectId: 'project', ballots },
});
