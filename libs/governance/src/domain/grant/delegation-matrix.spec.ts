import * as fc from 'fast-check';
import { linkedTo, type Reservation } from '../authority';
import type { Outcome } from '../motion/motion.events';
import { decidingAt } from './deciding';
import { anyCase, type Case, type GrantCase, type Place, type SpentCase } from './delegation-matrix.scenes';
import type { KnownGrant } from './grant.state';
import { routeOf } from './route';

const PATHS: Readonly<Record<Place, readonly string[]>> = {
  root: [],
  roads: ['roads'],
  bridges: ['bridges', 'roads'],
  piers: ['piers', 'bridges', 'roads'],
  rail: ['rail'],
};

// ---- The oracle: the rules' text in plain numbers. It uses nothing of the code it judges.

const INSIDE: Readonly<Record<Place, readonly Place[]>> = {
  root: ['root'],
  roads: ['roads', 'bridges', 'piers'],
  bridges: ['bridges', 'piers'],
  piers: ['piers'],
  rail: ['rail'],
};
const MONTH_ENDS = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

const periodNumber = (day: number, unit: 'month' | 'quarter' | 'year'): number => {
  const month = Math.floor(day / 365) * 12 + MONTH_ENDS.findIndex((end) => day % 365 < end);
  return Math.floor(month / { month: 1, quarter: 3, year: 12 }[unit]);
};

/** Itself and all it hangs on. */
const upwards = ({ grants }: Case, n: number): readonly number[] => {
  const above = grants[n]?.above ?? null;
  return above === null || above < 0 ? [n] : [n, ...upwards({ grants } as Case, above)];
};

const isReachable = (links: Case['links'], from: number, to: number): boolean => {
  const seen = [from];
  for (let changed = true; changed;) {
    const more = links.flatMap(([a, b]) => (seen.includes(a) ? [b] : seen.includes(b) ? [a] : []));
    changed = more.some((one) => !seen.includes(one));
    seen.push(...more.filter((one) => !seen.includes(one)));
  }
  return seen.includes(to);
};

/** Its own increase with those of the same undertaking in the 365 days before; nothing where it authorises none. */
const countedIn = ({ motion, spent, links, programme }: Case): number => {
  if (motion.value === 0) return 0;
  const together = spent.filter(
    (one) =>
      one.day <= motion.day &&
      motion.day - one.day < 365 &&
      (one.component === 0 ||
        isReachable(links, 0, one.component) ||
        (programme !== null && one.programme === programme)),
  );
  return together.reduce((sum, { value }) => sum + value, motion.value);
};

/** What was decided under it and under what hangs on it, in the period of the motion. */
const usedOf = (world: Case, n: number, unit: 'month' | 'quarter' | 'year'): number =>
  world.spent
    .filter(
      ({ grant, day }) =>
        upwards(world, grant).includes(n) && periodNumber(day, unit) === periodNumber(world.motion.day, unit),
    )
    .reduce((sum, { value }) => sum + value, 0);

const permits = (world: Case, n: number, grant: GrantCase): boolean => {
  const { place, kind, outcome, value, day } = world.motion;
  return (
    !grant.isRevoked &&
    grant.from <= day &&
    (grant.until === null || day < grant.until) &&
    (grant.domain === null || INSIDE[grant.domain].includes(place)) &&
    (grant.kinds === null || (kind !== null && grant.kinds.includes(kind))) &&
    (grant.outcomes === null || grant.outcomes.includes(outcome)) &&
    (grant.perDecision === null || countedIn(world) <= grant.perDecision) &&
    (grant.perPeriod === null || usedOf(world, n, grant.perPeriod[1]) + value <= grant.perPeriod[0]) &&
    !(grant.above === -1 && grant.isRootLimited)
  );
};

const mayDecide = (world: Case, n: number): boolean =>
  upwards(world, n).every((one) =>
    world.grants.some((grant, at) => at === one && permits(world, one, grant)),
  );

/** The smallest limit per decision among those that may; nobody's, where none may. */
const smallestThatMay = (world: Case): number | null | undefined => {
  const may = world.grants.flatMap(({ perDecision }, n) => (mayDecide(world, n) ? [perDecision] : []));
  if (may.length === 0) return undefined;
  const limits = may.filter((one) => one !== null);
  return limits.length > 0 ? Math.min(...limits) : null;
};

// ---- The same world for the code.

const instant = (day: number): string => new Date(Date.UTC(2025, 0, 1, 12) + day * 86_400_000).toISOString();
const linksOf = ({ links }: Case) =>
  links.map(([from, to]) => ({ kind: 'requires', from: `c${from}`, to: `c${to}` }));
const programmeOf = (programme: number | null) => (programme === null ? null : `programme ${programme}`);
const ownPeriod = (day: number, unit: 'month' | 'quarter' | 'year'): string => {
  const [year, month = ''] = instant(day).split('-');
  const written = { month: `${year}-${month}`, quarter: `${year}-Q${Math.ceil(Number(month) / 3)}`, year };
  return `${written[unit]}`;
};

const reservationOf = (spent: SpentCase, n: number, grant: GrantCase): Reservation => ({
  motionId: `before ${n}`,
  projectId: `c${spent.component}`,
  programme: programmeOf(spent.programme),
  linked: [],
  value: `${spent.value}`,
  at: instant(spent.day),
  period: grant.perPeriod && ownPeriod(spent.day, grant.perPeriod[1]),
  state: n % 2 === 0 ? 'reserved' : 'confirmed',
});

const knownGrant = (world: Case, grant: GrantCase, n: number): KnownGrant => {
  const text = (amount: number | null) => (amount === null ? null : `${amount}`);
  const { above, domain, kinds, perDecision, perPeriod, until } = grant;
  const ofBody = { kind: 'body', bodyId: grant.isRootLimited ? 'body 0' : 'free' } as const;
  const from = above === null ? ({ kind: 'portfolio' } as const) : above < 0 ? ofBody : ofGrant(above);
  return {
    ...{
      grantId: `g${n}`,
      portfolioId: 'city',
      bodyId: `body ${n}`,
      from,
      maySubDelegate: true,
      callInHours: null,
    },
    isRevoked: grant.isRevoked,
    authority: {
      ...{ domains: domain && [domain], kinds, outcomes: grant.outcomes as readonly Outcome[] | null },
      ...{ perDecision: text(perDecision), from: instant(grant.from) },
      perPeriod: perPeriod && { amount: `${perPeriod[0]}`, period: perPeriod[1] },
      until: until === null ? null : instant(until),
    },
    account: world.spent.flatMap((spent, at) =>
      upwards(world, spent.grant).includes(n) ? [reservationOf(spent, at, grant)] : [],
    ),
  };
};
const ofGrant = (n: number) => ({ kind: 'grant', grantId: `g${n}`, bodyId: `body ${n}` }) as const;

const judged = (world: Case) => {
  const { place, kind, outcome, value, day } = world.motion;
  const grants = new Map(world.grants.map((grant, n) => [`g${n}`, knownGrant(world, grant, n)]));
  const motion = {
    motionId: 'now',
    of: {
      projectId: 'c0',
      programme: programmeOf(world.programme),
      linked: linkedTo('c0', linksOf(world)),
    },
    asked: { portfolioId: 'city', path: PATHS[place], kind, outcomes: [outcome as Outcome] },
    value: `${value}`,
    accounts: [...grants.values()].flatMap(({ account }) => account),
    timeZone: 'UTC',
  };
  const deciding = decidingAt(motion, instant(day));
  return { deciding, grants, route: routeOf(deciding, { grants, bodyIds: ['free'] }) };
};

describe('the delegation matrix', () => {
  it('of 10,000 generated cases is that of the rules: which grants permit a motion, and whose it is', () => {
    const seen = { granted: 0, refused: 0, passed: 0 };
    fc.assert(
      fc.property(anyCase, (world) => {
        const { deciding, grants, route } = judged(world);
        const may = route.steps.filter(({ refusal }) => refusal === null).map(({ grantId }) => grantId);
        const expected = world.grants.flatMap((_, n) => (mayDecide(world, n) ? [`g${n}`] : []));
        seen.granted += expected.length;
        seen.refused += world.grants.length - expected.length;
        seen.passed += expected.length === 0 ? 1 : 0;
        expect(deciding.counted).toBe(`${countedIn(world)}`);
        expect([...may].sort()).toEqual(expected);
        const limit = smallestThatMay(world);
        const { decides } = route;
        expect(decides.by).toBe(limit === undefined ? 'full-authority' : 'grant');
        const own = decides.by === 'grant' ? grants.get(decides.grantId)?.authority.perDecision : undefined;
        expect(own).toBe(typeof limit === 'number' ? `${limit}` : limit);
      }),
      { numRuns: 10_000, seed: 6 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1_000);
  }, 60_000);
});
