import {
  decodeStored,
  type Instant,
  type Receipt,
  type Recorded,
  type Refused,
  type StoredEvent,
} from '@docket/kernel';
import { AddNodeCommand, Composition, PortfolioModule, portfolioProjections } from '@docket/portfolio';
import { openSlice } from '@docket/portfolio/testing';
import {
  DeclareInterestCommand,
  PlaceProjectCommand,
  ProjectModule,
  projectProjections,
  WithdrawInterestCommand,
} from '@docket/project';
import {
  COMPONENT,
  EstablishBodyCommand,
  GiveGrantCommand,
  GovernanceModule,
  governanceProjections,
  reserveAuthority,
  RevokeGrantCommand,
  SeatMemberCommand,
  settleAuthority,
  UnseatMemberCommand,
  type AskedAuthority,
} from '.';
import type { AskedGrantor } from './features/grant-facts';
import { asked, boardOf, decode, portfolioId } from './testing/board';

/** Numbers that look random and are the same on every run (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(fraction() * n);
  const oneOf = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  return { below, oneOf };
};

const decodeAll = (stored: StoredEvent): Recorded =>
  stored.stream.startsWith('docket-composition-') ? decodeStored(Composition.codec, stored) : decode(stored);

const PEOPLE = ['cleo', 'mona', 'nils', 'lea', 'pola', 'sami'] as const;
const DAY_MS = 86_400_000;

const idOf = (answer: Receipt | Refused<string>): string | undefined =>
  answer.outcome === 'accepted' ? answer.id : undefined;

/** A portfolio in which authority is given, used and taken at random, and people come, go and declare what they have to do with it. */
export const openHistory = async (seed: number) => {
  const slice = await openSlice({
    modules: [PortfolioModule, ProjectModule, GovernanceModule],
    decode: decodeAll,
    projections: [...portfolioProjections, ...projectProjections, ...governanceProjections],
  });
  const { below, oneOf } = randomFrom(seed);
  const { commands: bus } = slice;
  const board = boardOf(slice);
  let keys = 0;
  const key = () => `key-${keys++}`;
  const by = (body: unknown) => asked('ada', key(), body);
  const first = await board.convene('mona');
  const bodies: [string, ...string[]] = [first];
  for (const name of ['Rail', 'Roads', 'Bridges', 'Panel']) {
    const rules = {
      quorum: { kind: 'count', seats: 1 },
      carryRule: 'majority-of-cast',
      minimumSeats: 1,
    } as const;
    const id = idOf(await bus.execute(new EstablishBodyCommand(by(name), { portfolioId, name, ...rules })));
    if (id) bodies.push(id);
  }
  const node = async (name: string, kind: 'programme' | 'sub-portfolio', parentId = portfolioId) => {
    const data = { portfolioId, name, kind, parentId };
    return idOf(await bus.execute(new AddNodeCommand(by(data), data))) ?? '';
  };
  const roads = await node('Roads', 'sub-portfolio');
  const places = [null, roads, await node('Bridges', 'programme', roads)] as const;
  const projects: [string, ...string[]] = [await board.propose('Project 0')];
  for (const name of ['Project 1', 'Project 2']) projects.push(await board.propose(name));
  const grants: string[] = [];
  const holders: [string, ...string[]] = [first];
  const used: string[] = [];

  const later = (): Instant =>
    new Date(Date.parse(slice.clock.now()) + (1 + below(40)) * DAY_MS).toISOString();
  const limits = (): AskedAuthority => ({
    ...{ kinds: null, outcomes: oneOf([null, ['go'], ['hold']]) },
    domains: oneOf([null, null, [roads], [places[2]]]),
    perDecision: oneOf([null, null, '1000', '1200', '2400', '5000']),
    perPeriod: oneOf([
      null,
      null,
      null,
      { amount: '2400', period: 'year' },
      { amount: '1200', period: 'month' },
    ]),
    until: oneOf([null, null, later()]),
  });
  const grantor = (): AskedGrantor => {
    const grantId = grants[below(2 * grants.length)];
    if (grantId !== undefined) return { kind: 'grant', grantId };
    return oneOf<AskedGrantor>([{ kind: 'portfolio' }, { kind: 'body', bodyId: oneOf(bodies) }]);
  };
  const give = async () => {
    const data = {
      portfolioId,
      from: grantor(),
      bodyId: oneOf(bodies),
      authority: limits(),
      maySubDelegate: true,
    };
    const id = idOf(await bus.execute(new GiveGrantCommand(by(data), data)));
    if (id) {
      grants.push(id);
      holders.push(data.bodyId);
    }
  };
  const revoke = async () => {
    const grantId = grants[below(grants.length)];
    const data = { grantId: grantId ?? '', reason: 'Over.' };
    if (grantId) await bus.execute(new RevokeGrantCommand(by(data), data));
  };
  const use = async () => {
    const motionId = slice.runtime.ids.uuid();
    const motion = { motionId, portfolioId, bodyId: oneOf(holders), projectId: oneOf(projects) };
    const answer = await reserveAuthority(slice.runtime, by(motion), {
      ...motion,
      outcome: 'go',
      kind: null,
      matter: COMPONENT,
    });
    if (answer.outcome === 'reserved') used.push(motionId);
    const confirmed = answer.outcome === 'reserved' && below(3) > 0 ? answer.grants : [];
    if (below(4) > 0) await settleAuthority(slice.runtime, by(motion), { motionId, portfolioId, confirmed });
  };
  const seat = async () => {
    const role = oneOf(['member', 'member', 'chair', 'secretary'] as const);
    const term = oneOf([{}, { until: later() }]);
    const data = { bodyId: oneOf(bodies), personId: oneOf(PEOPLE), role, ...term };
    await bus.execute(new SeatMemberCommand(by(data), data));
  };
  const unseat = async () => {
    const data = { bodyId: oneOf(bodies), personId: oneOf(PEOPLE), reason: 'Moved.' };
    await bus.execute(new UnseatMemberCommand(by(data), data));
  };
  const interest = async () => {
    const [projectId, personId] = [oneOf(projects), oneOf(PEOPLE)];
    const declared = { projectId, personId, nature: 'family', description: 'A cousin.' } as const;
    const ended = { projectId, personId, reason: 'Sold.' };
    await (below(2) === 0
      ? bus.execute(new DeclareInterestCommand(by(declared), declared))
      : bus.execute(new WithdrawInterestCommand(by(ended), ended)));
  };
  const propose = async () => void projects.push(await board.propose(`Project ${projects.length}`));
  const place = async () => {
    const data = { projectId: oneOf(projects), nodeId: oneOf(places) };
    await bus.execute(new PlaceProjectCommand(by(data), data));
  };
  return {
    ...slice,
    ...{ bodies, projects, below, oneOf },
    /** Something happens, some time later. */
    step: async () => {
      slice.clock.pass(below(4 * DAY_MS));
      await oneOf([
        give,
        give,
        give,
        revoke,
        revoke,
        use,
        use,
        use,
        seat,
        seat,
        unseat,
        interest,
        place,
        propose,
      ])();
    },
    /** Every event there is, in the order of the log. */
    all: async (): Promise<readonly Recorded[]> => {
      const { readModel } = await slice.read();
      const lines = await readModel.numbers({ after: 0, limit: 1_000_000 });
      const streams = new Map<string, readonly Recorded[]>();
      for (const stream of new Set(lines.map((line) => line.stream)))
        streams.set(stream, await slice.events(stream));
      return lines.map(({ stream, revision }) => {
        const event = streams.get(stream)?.[revision];
        if (!event) throw new Error(`${stream} has no revision ${revision}.`);
        return event;
      });
    },
    /** How often the authority of a grant was used. */
    get used() {
      return used.length;
    },
    get grants() {
      return grants.length;
    },
  };
};
