import type { Caller } from './docket.fixture';

/** A repeatable source of choices (mulberry32): a failing history can be told again by its seed. */
export const choices = (seed: number) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: <T>(all: readonly T[]): T => all[below(all.length)] as T };
};

export type Choices = ReturnType<typeof choices>;

/** Somebody's attempt at something; refused ones are part of life. */
export type Deed = (c: Choices, world: World) => Promise<void>;

/** What people have made so far, by kind; each attempt at something more goes through here. */
export class World {
  readonly projects: string[] = [];
  readonly models: string[] = [];
  readonly bodies: string[] = [];
  readonly motions: string[] = [];
  readonly nodes: string[] = [];
  readonly objectives: string[] = [];
  position = '0';

  constructor(
    readonly portfolio: string,
    private readonly people: ReadonlyMap<string, Caller>,
  ) {}

  async do(person: string, method: string, path: string, body: unknown, into?: string[]): Promise<void> {
    const caller = this.people.get(person);
    if (!caller) throw new Error(`Nobody is called ${person}.`);
    const answer = await caller.write(method, path, body);
    if (answer.status >= 500) throw new Error(answer.text);
    if (answer.status >= 300) return;
    this.position = answer.body.position;
    into?.push(answer.body.id);
  }
}

const caseOf = (c: Choices) => ({
  name: c.pick(['Bridge', 'Tunnel', 'Clinic', 'Archive']),
  summary: c.pick(['One.', 'Two.']),
  sponsor: c.pick(['p-maya', 'p-sam']),
  manager: 'p-priya',
  wholeLifeCost: String(c.below(5) * 1_000_000),
  start: '2027-01-01',
  finish: `202${8 + c.below(2)}-01-01`,
});

const CRITERION = {
  id: 'confidence',
  name: 'Confidence',
  weight: '1',
  direction: 'benefit',
  measure: 'delivery-confidence',
  scale: {
    kind: 'levels',
    maximum: '5',
    levels: ['red', 'amber', 'green'].map((rating, at) => ({
      ...{ scale: 'ipa-3', rating, points: `${at}`, meaning: rating },
    })),
  },
};

const BODY = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };

const daily: readonly Deed[] = [
  (c, w) => w.do('p-priya', 'POST', `/api/v1/portfolios/${w.portfolio}/projects`, caseOf(c), w.projects),
  (c, w) => w.do('p-otto', 'PUT', `/api/v1/projects/${c.pick(w.projects)}/business-case`, caseOf(c)),
  (c, w) =>
    w.do('p-otto', 'POST', `/api/v1/projects/${c.pick(w.projects)}/withdrawal`, { reason: 'No longer.' }),
  (c, w) =>
    w.do(c.pick(['p-maya', 'p-sam']), 'POST', `/api/v1/projects/${c.pick(w.projects)}/parts/decline`, {
      part: 'sponsor',
      reason: c.pick(['No.', 'Not I.']),
    }),
  (c, w) =>
    w.do(c.pick(['p-maya', 'p-sam']), 'POST', `/api/v1/projects/${c.pick(w.projects)}/parts/take-up`, {
      part: 'sponsor',
    }),
  (c, w) =>
    w.do('p-priya', 'POST', `/api/v1/projects/${c.pick(w.projects)}/reports`, {
      reportedFor: new Date().toISOString().slice(0, 10),
      figures: { budget: String(c.below(3)), forecast: '2' },
    }),
  (c, w) =>
    w.do(c.pick(['p-dina', 'p-bea']), 'POST', `/api/v1/projects/${c.pick(w.projects)}/confidence`, {
      judgedFor: new Date().toISOString().slice(0, 10),
      scale: 'ipa-3',
      rating: c.pick(['green', 'red']),
      reason: 'So.',
    }),
  (c, w) =>
    w.do('p-dina', 'POST', `/api/v1/projects/${c.pick(w.projects)}/confidence/withdrawal`, {
      judgedFor: new Date().toISOString().slice(0, 10),
      reason: 'Not so.',
    }),
  (c, w) =>
    w.do(
      'p-otto',
      'POST',
      `/api/v1/portfolios/${w.portfolio}/scoring-models`,
      { name: `Model ${c.below(4)}`, minimumCoverage: '0.5', criteria: [CRITERION] },
      w.models,
    ),
  (c, w) => w.do('p-otto', 'POST', `/api/v1/scoring-models/${c.pick(w.models)}/publication`, {}),
  (c, w) =>
    w.do(
      'p-otto',
      'POST',
      `/api/v1/portfolios/${w.portfolio}/bodies`,
      { name: `Body ${c.below(3)}`, ...BODY },
      w.bodies,
    ),
  (c, w) =>
    w.do('p-otto', 'POST', `/api/v1/bodies/${c.pick(w.bodies)}/seats`, {
      personId: c.pick(['p-chen', 'p-bea', 'p-sam']),
      role: c.pick(['chair', 'member']),
    }),
  (c, w) =>
    w.do(
      'p-chen',
      'POST',
      `/api/v1/portfolios/${w.portfolio}/motions`,
      {
        bodyId: c.pick(w.bodies),
        projectId: c.pick(w.projects),
        ask: c.pick(['go', 'reject', 'hold']),
        question: 'Shall we?',
      },
      w.motions,
    ),
  (c, w) => w.do('p-chen', 'POST', `/api/v1/motions/${c.pick(w.motions)}/ballot`, {}),
  (c, w) =>
    w.do(c.pick(['p-chen', 'p-bea', 'p-sam']), 'POST', `/api/v1/motions/${c.pick(w.motions)}/votes`, {
      choice: c.pick(['for', 'against']),
      reason: 'So.',
    }),
  (c, w) => w.do('p-chen', 'POST', `/api/v1/motions/${c.pick(w.motions)}/close`, {}),
  (c, w) =>
    w.do('p-chen', 'POST', `/api/v1/motions/${c.pick(w.motions)}/decision`, { rationale: 'So it is.' }),
];

const within = (w: World) => `/api/v1/portfolios/${w.portfolio}`;
const oneObjective = (c: Choices, w: World) => `${within(w)}/objectives/${c.pick(w.objectives)}`;
const objectiveOf = (c: Choices) => ({
  name: c.pick(['Limits', 'Trips', 'Noise']),
  description: c.pick(['One.', 'Two.']),
  measure: { name: 'Pieces', unit: 'pieces', direction: 'rises' },
  baseline: { value: String(c.below(3)), day: '2025-12-31' },
  target: { value: '10', day: '2030-12-31' },
});
const oneActual = (c: Choices) => ({ day: `2026-01-${10 + c.below(9)}`, value: String(c.below(10)) });
const served = (c: Choices, w: World) => ({
  objectiveId: c.pick(w.objectives),
  level: c.below(5),
  reason: c.pick(['So.', 'Because.']),
});

const strategicDeeds: readonly Deed[] = [
  (c, w) =>
    w.do(
      'p-otto',
      'POST',
      `${within(w)}/nodes`,
      { kind: 'programme', name: `Node ${c.below(6)}`, parentId: c.pick([w.portfolio, ...w.nodes]) },
      w.nodes,
    ),
  (c, w) =>
    w.do('p-otto', 'PUT', `${within(w)}/nodes/${c.pick(w.nodes)}/place`, {
      parentId: c.pick([w.portfolio, ...w.nodes]),
    }),
  (c, w) => w.do('p-otto', 'POST', `${within(w)}/nodes/${c.pick(w.nodes)}/closure`, { reason: 'So.' }),
  (c, w) => w.do('p-otto', 'POST', `${within(w)}/objectives`, objectiveOf(c), w.objectives),
  (c, w) => w.do('p-otto', 'PUT', oneObjective(c, w), { ...objectiveOf(c), reason: 'So.' }),
  (c, w) => w.do('p-otto', 'POST', `${oneObjective(c, w)}/actuals`, oneActual(c)),
  (c, w) => w.do('p-otto', 'POST', `${oneObjective(c, w)}/corrections`, { ...oneActual(c), reason: 'So.' }),
  (c, w) =>
    w.do('p-otto', 'PUT', `${within(w)}/objective-weights`, {
      weights: w.objectives.slice(0, 1 + c.below(2)).map((objectiveId, _, { length }) => {
        return { objectiveId, weight: length === 1 ? '1' : '0.5' };
      }),
    }),
  (c, w) => w.do('p-priya', 'POST', `/api/v1/projects/${c.pick(w.projects)}/contributions`, served(c, w)),
  (c, w) =>
    w.do('p-otto', 'POST', `/api/v1/projects/${c.pick(w.projects)}/contributions/confirmation`, served(c, w)),
  (c, w) =>
    w.do('p-otto', 'POST', `/api/v1/projects/${c.pick(w.projects)}/contributions/withdrawal`, {
      objectiveId: c.pick(w.objectives),
      reason: 'So.',
    }),
];

/** All that people may try, each as likely as another. */
export const deeds: readonly Deed[] = [...daily, ...strategicDeeds];
