import type { Instant, Recorded } from '@docket/kernel';

/**
 * Who might decide, read from the bare events by the text of the rules alone. Nothing of the code it judges is used here: events are plain
 * objects, amounts are numbers.
 */
type Bare = Readonly<{ type: string; data: Fields }>;

/** The fields of the events that matter here; each event has some of them. */
type Fields = Readonly<{
  grantId: string;
  bodyId: string;
  motionId: string;
  projectId: string;
  personId: string;
  nodeId: string;
  from: never;
  authority: OracleGrant['limits'];
  programme: string | null;
  value: string;
  at: Instant;
  role: string;
  until?: Instant;
  parent: string | null;
  kind: string;
  wholeLifeCost: string;
  proposer: string;
  sponsor: string;
  manager: string;
}>;
type Reading = Readonly<Record<string, (left: Left, data: Fields) => void>>;

type OracleGrant = {
  id: string;
  holder: string;
  from: { kind: string; bodyId?: string; grantId?: string };
  limits: {
    domains: string[] | null;
    outcomes: string[] | null;
    perDecision: string | null;
    perPeriod: { amount: string; period: 'month' | 'year' } | null;
    from: Instant;
    until: Instant | null;
  };
  revoked: boolean;
  used: Map<string, { project: string; programme: string | null; value: number; at: Instant }>;
};
type OracleSeat = { body: string; person: string; role: string; from: Instant; until?: Instant };

/** What the events up to some moment leave. */
export type Left = {
  grants: Map<string, OracleGrant>;
  bodies: Set<string>;
  nodes: Map<string, { parent: string | null; kind: string }>;
  projects: Map<
    string,
    { node: string | null; cost: number; parts: Map<string, string>; interests: Set<string> }
  >;
  seats: OracleSeat[];
};

const nothing = (): Left => ({
  ...{ grants: new Map(), bodies: new Set(), nodes: new Map(), projects: new Map(), seats: [] },
});

const onGrant: Reading = {
  GrantGiven: ({ grants }, { grantId, bodyId, from, authority }) =>
    void grants.set(grantId, {
      ...{ id: grantId, holder: bodyId, from, limits: authority, revoked: false, used: new Map() },
    }),
  GrantRevoked: ({ grants }, { grantId }) => {
    const grant = grants.get(grantId);
    if (grant) grant.revoked = true;
  },
  AmountReserved: ({ grants }, { grantId, motionId, projectId: project, programme, value, at }) =>
    void grants.get(grantId)?.used.set(motionId, { project, programme, value: Number(value), at }),
  ReservationReleased: ({ grants }, { grantId, motionId }) => void grants.get(grantId)?.used.delete(motionId),
};

const onRest: Reading = {
  BodyEstablished: ({ bodies }, { bodyId }) => void bodies.add(bodyId),
  MemberSeated: (left, { bodyId: body, personId: person, role, from, until }) => {
    left.seats = left.seats.filter((seat) => seat.body !== body || seat.person !== person);
    left.seats.push({ body, person, role, from, ...(until === undefined ? {} : { until }) });
  },
  MemberUnseated: (left, { bodyId, personId }) => {
    left.seats = left.seats.filter((seat) => seat.body !== bodyId || seat.person !== personId);
  },
  NodeAdded: ({ nodes }, { nodeId, parent, kind }) => void nodes.set(nodeId, { parent, kind }),
  ProjectProposed: ({ projects }, { projectId, wholeLifeCost, proposer, sponsor, manager }) =>
    void projects.set(projectId, {
      ...{ node: null, cost: Number(wholeLifeCost), interests: new Set() },
      parts: new Map([
        [manager, 'manager'],
        [sponsor, 'sponsor'],
        [proposer, 'proposer'],
      ]),
    }),
  ProjectPlaced: ({ projects }, { projectId, nodeId }) => {
    const project = projects.get(projectId);
    if (project) project.node = nodeId;
  },
  InterestDeclared: ({ projects }, { projectId, personId }) =>
    void projects.get(projectId)?.interests.add(personId),
  InterestWithdrawn: ({ projects }, { projectId, personId }) =>
    void projects.get(projectId)?.interests.delete(personId),
};

/** The events up to a number, one after the other. */
export const leftBy = (events: readonly Recorded[]): Left => {
  const left = nothing();
  for (const event of events) {
    const { type, data } = event as unknown as Bare;
    (onGrant[type] ?? onRest[type])?.(left, data);
  }
  return left;
};

/** A question: may something of this outcome be decided on a project, at that instant? */
export type Asked = Readonly<{ projectId: string; outcome: string; at: Instant }>;

const pathOf = ({ nodes }: Left, start: string | null): string[] =>
  start === null ? [] : [start, ...pathOf({ nodes } as Left, nodes.get(start)?.parent ?? null)];

const programmeOf = (left: Left, start: string | null): string | null =>
  pathOf(left, start)
    .filter((node) => left.nodes.get(node)?.kind === 'programme')
    .at(-1) ?? null;

const londonMonth = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'Europe/London', year: 'numeric', month: '2-digit' },
});
const monthOf = (at: Instant): string => londonMonth.format(new Date(at));
const inPeriod = (one: Instant, other: Instant, period: 'month' | 'year'): boolean =>
  period === 'month'
    ? monthOf(one) === monthOf(other)
    : monthOf(one).slice(0, 4) === monthOf(other).slice(0, 4);

const YEAR_MS = 365 * 86_400_000;

/** What it adds, with what was used for the same project or programme in the 365 days before, each motion once. */
const countedIn = (left: Left, { projectId, at }: Asked, value: number): number => {
  if (value === 0) return 0;
  const own = programmeOf(left, left.projects.get(projectId)?.node ?? null);
  const together = new Map<string, number>();
  for (const { used } of left.grants.values())
    for (const [motion, one] of used) {
      const isOne = one.project === projectId || (own !== null && one.programme === own);
      const age = Date.parse(at) - Date.parse(one.at);
      if (isOne && age >= 0 && age < YEAR_MS) together.set(motion, one.value);
    }
  return [...together.values()].reduce((sum, one) => sum + one, value);
};

const upFrom = ({ grants }: Left, grant: OracleGrant): OracleGrant[] => {
  const above = grant.from.kind === 'grant' ? grants.get(grant.from.grantId ?? '') : undefined;
  return [grant, ...(above ? upFrom({ grants } as Left, above) : [])];
};

const isLimited = ({ grants }: Left, body: string): boolean =>
  [...grants.values()].some(({ holder }) => holder === body);

/** The first reason why one grant does not permit it. */
const against = (left: Left, grant: OracleGrant, asked: Asked, value: number): string | null => {
  const { limits, used } = grant;
  const path = pathOf(left, left.projects.get(asked.projectId)?.node ?? null);
  if (grant.revoked) return 'grant-revoked';
  if (asked.at < limits.from) return 'grant-not-begun';
  if (limits.until !== null && asked.at >= limits.until) return 'grant-expired';
  if (limits.domains !== null && !limits.domains.some((one) => path.includes(one)))
    return 'domain-not-covered';
  if (limits.outcomes !== null && !limits.outcomes.includes(asked.outcome)) return 'outcome-not-covered';
  if (limits.perDecision !== null && countedIn(left, asked, value) > Number(limits.perDecision))
    return 'over-limit-per-decision';
  const { perPeriod } = limits;
  if (perPeriod === null) return null;
  const before = [...used.values()].filter((one) => inPeriod(one.at, asked.at, perPeriod.period));
  const sum = before.reduce((all, one) => all + one.value, value);
  return sum > Number(perPeriod.amount) ? 'over-limit-per-period' : null;
};

/** Why nothing may be decided under a grant with all it hangs on; null where it may. */
const why = (left: Left, grant: OracleGrant, asked: Asked, value: number): string | null => {
  const chain = upFrom(left, grant);
  const root = chain.at(-1)?.from;
  const first = chain.map((one) => against(left, one, asked, value)).find((one) => one !== null) ?? null;
  if (first !== null) return first;
  return root?.kind === 'body' && isLimited(left, root.bodyId ?? '') ? 'grantor-limited-since' : null;
};

/** Who may decide: why not, by grant whose domain holds the project; and whose it is. */
export type WhoMay = Readonly<{ steps: Readonly<Record<string, string | null>>; decides: string }>;

export const whoMay = (left: Left, asked: Asked): WhoMay => {
  const project = left.projects.get(asked.projectId);
  const path = pathOf(left, project?.node ?? null);
  const value = asked.outcome === 'go' ? (project?.cost ?? 0) : 0;
  const near = [...left.grants.values()].filter(
    ({ limits }) => limits.domains === null || limits.domains.some((one) => path.includes(one)),
  );
  const steps = Object.fromEntries(near.map((grant) => [grant.id, why(left, grant, asked, value)]));
  const limitOf = ({ limits }: OracleGrant) =>
    limits.perDecision === null ? Infinity : Number(limits.perDecision);
  const [lowest] = near
    .filter(({ id }) => steps[id] === null)
    .sort((a, b) =>
      limitOf(a) === limitOf(b)
        ? upFrom(left, b).length - upFrom(left, a).length || (a.id < b.id ? -1 : 1)
        : limitOf(a) - limitOf(b),
    );
  const free = [...left.bodies].filter((body) => !isLimited(left, body)).sort();
  if (lowest) return { steps, decides: `${lowest.holder} under ${lowest.id}` };
  return { steps, decides: free.length > 0 ? free.join(' or ') : 'nobody' };
};

/** Who has a vote in a body on a project at an instant: in term, with a vote, and nothing to the project. */
export const votersOf = (left: Left, body: string, { projectId, at }: Asked): readonly string[] => {
  const project = left.projects.get(projectId);
  return left.seats
    .filter((seat) => seat.body === body && seat.role !== 'secretary')
    .filter(({ from, until }) => from <= at && (until === undefined || at < until))
    .map(({ person }) => person)
    .filter((person) => !project?.parts.has(person) && !project?.interests.has(person))
    .sort();
};
