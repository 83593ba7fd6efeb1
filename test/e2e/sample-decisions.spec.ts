import type { Opened } from '@docket/kernel';
import type { Loose, TestDocket } from './docket.fixture';
import {
  asking,
  DECISIONS,
  idOf,
  listedRows,
  loadInto,
  loadWhole,
  madeUpIn,
  type Asked,
} from './sample-boards.fixture';

const OUTCOMES = ['go', 'conditional-go', 'hold', 'recycle', 'defer', 'reject', 'kill', 'complete'];
const MARKED = /^Illustrative: ./;

type Acting = Readonly<{ act: string } & Record<string, Loose>>;
const acts: readonly Acting[] = DECISIONS.days.flatMap((day: { acts: readonly Acting[] }) => day.acts);

/** Texts of an event: its words one by one, and the name of what it creates. */
const textsOf = ({ data, worded }: Opened): readonly string[] => {
  const fields: Record<string, unknown> = { ...data };
  const words = worded.filter((field) => fields[field] !== undefined).map((field) => String(fields[field]));
  const names = 'name' in fields ? [String(fields.name)] : [];
  return [...new Set([...names, ...words])].flatMap((text) =>
    text.startsWith('[') ? JSON.parse(text).flatMap(Object.values) : [text],
  );
};

describe('what the boards of the sample decide', () => {
  let docket: TestDocket;
  let ask: Asked;
  let names: ReadonlyMap<string, string>;
  const bodyId = (name: string) => idOf(names, name);
  const decided = async (query: string) =>
    (await ask.rows(`/decisions${query}`)).map(
      ({ outcome, projectId }) => `${outcome}: ${names.get(projectId)}`,
    );
  beforeAll(async () => {
    docket = await loadWhole();
    ask = asking(docket);
    names = await ask.names();
  }, 120_000);
  afterAll(() => docket.stopAndForget());

  it.each(OUTCOMES)('decide more than once: %s', async (outcome) => {
    const rows = await ask.rows(`/decisions?outcome=${outcome}`);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { rationale, question, followUp } of rows)
      expect([rationale, question, followUp.state]).toEqual([
        expect.stringMatching(MARKED),
        expect.stringMatching(MARKED),
        'carried',
      ]);
  });

  it('say nothing that is not marked as illustrative', async () => {
    const all = await madeUpIn(docket.running.system.adapters.store);
    const ofBoards = all.filter(({ meta }) => (meta.knownAt ?? '') >= DECISIONS.days[0].knownAt);
    const texts = ofBoards.flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => !MARKED.test(text))).toEqual([]);
  });

  it('give for a listed project the ratings, days and amounts of its lists', () => {
    const tabled = new Map(acts.filter(({ act }) => act === 'table').map((one) => [one.key, one.project]));
    const given = acts
      .filter(({ act }) => act === 'record')
      .map(({ motion, rationale }) => ({ rows: listedRows(tabled.get(motion)), rationale }))
      .filter(({ rows }) => rows.length > 0);
    const wrong = given.flatMap(({ rows, rationale }) => [
      ...[...rationale.matchAll(/(red|amber|green) in (20\d\d)/g)]
        .filter(([, rating, year]) => !rows.some((row) => row.year === year && row.rating === rating))
        .map(([told]) => told),
      ...[...rationale.matchAll(/£([\d.]+) million/g)]
        .filter(([, amount]) => !rows.some((row) => row.amounts.includes(amount ?? '')))
        .map(([told]) => told),
      ...[...rationale.matchAll(/20\d\d-\d\d-\d\d/g)]
        .filter(([day]) => !rows.some((row) => row.days.includes(day)))
        .map(([told]) => told),
    ]);
    expect([given.length, wrong]).toEqual([19, []]);
    for (const { rationale } of given) expect(rationale).toMatch(/(red|amber|green) in 20\d\d/);
  });

  it('stop and complete what the lists no longer carry on: red, or at its end', async () => {
    expect(await decided('?outcome=kill')).toEqual([
      'kill: Vetting Transformation Programme',
      'kill: HS2 Phase 2a',
    ]);
    expect(await decided('?outcome=complete')).toEqual([
      'complete: Energy Bills Support Scheme',
      'complete: Police Uplift Programme',
    ]);
    expect((await ask.rows('/closures')).map(({ name, outcome }) => `${name}: ${outcome}`).sort()).toEqual([
      'Energy Bills Support Scheme: completed',
      'HS2 Phase 2a: killed',
      'Police Uplift Programme: completed',
    ]);
  });

  it('show what becomes of a decision under a grant: ratified, called in and waiting, called in and superseded, let stand', async () => {
    const under = await ask.rows(`/decisions?body=${bodyId('Lead of digital services')}`);
    const shown = under.map(({ projectId, standing, calledIn, ratified, closedAt }) => [
      names.get(projectId),
      standing,
      ...[calledIn !== null, ratified.length > 0, closedAt],
    ]);
    expect(shown).toEqual([
      ['Rosa Renewal Project', 'called-in', true, false, null],
      ['Illustrative: Running the sign-in of councils', 'in-force', false, false, '2024-06-18T09:00:00.000Z'],
      ['Digital Planning Programme', 'in-force', false, false, '2024-04-18T09:00:00.000Z'],
      ['National Underground Asset Register', 'superseded', true, false, null],
      ['Illustrative: One sign-in for councils', 'in-force', false, true, null],
    ]);
    const grants = await ask.rows('/grants?asOf=2024-12-31');
    const operating = grants.find(({ authority }) => authority.kinds !== null);
    const ofKind = under.filter(({ grants: under_ }) => under_.includes(operating?.id));
    expect(ofKind.map(({ projectId }) => names.get(projectId))).toEqual([
      'Illustrative: Running the sign-in of councils',
    ]);
  });

  it('supersede, escalate, carry over, lose', async () => {
    const all = await ask.rows('/decisions');
    const superseded = all.filter(({ standing }) => standing === 'superseded');
    expect(superseded.map(({ outcome, superseded: by }) => `${outcome}, now ${by.outcome}`)).toEqual([
      ...['hold, now go', 'conditional-go, now hold', 'hold, now go'],
    ]);
    const [escalated, ...others] = all.filter(({ escalations }) => escalations.length > 0);
    expect([escalated?.bodyId, escalated?.escalations, others]).toEqual([
      bodyId('Portfolio committee'),
      [expect.objectContaining({ ground: 'beyond-authority', code: 'over-limit-per-decision' })],
      [],
    ]);
    const motions = await ask.rows('/motions');
    const whole = await Promise.all(
      motions.map(async ({ id }) => (await docket.visitor.get(`/api/v1/motions/${id}`)).body),
    );
    const carriedOver = whole.filter(({ formerBallots }) =>
      formerBallots.some(({ outcome }: Loose) => outcome.result === 'no-quorum'),
    );
    expect(carriedOver.map(({ projectId, status }) => [names.get(projectId), status])).toEqual([
      ['Nature for Climate Fund', 'tabled'],
      ['UK Holocaust Memorial and Learning Centre', 'decided'],
    ]);
    expect(carriedOver[1]?.formerBallots[0].outcome.struck).toEqual([
      { personId: 'p-dina', why: 'interest' },
    ]);
    expect(whole.filter(({ result }) => result === 'lost').map(({ ask: asked }) => asked)).toEqual(['kill']);
  });

  const standings = async (query: string) =>
    (await ask.rows(`/conditions${query}`)).map(({ due, standing }) => `${due} ${standing}`);

  it('set conditions: met, late and then lapsed; and one whose end no history tells stays late', async () => {
    expect(await standings('?asOf=2024-04-30')).toEqual([
      ...['2024-03-22 met', '2024-04-30 open', '2024-06-14 open', '2024-09-30 open'],
    ]);
    expect(await standings('?asOf=2024-05-01&standing=late')).toEqual(['2024-04-30 late']);
    expect(await standings('?asOf=2024-05-10&standing=late')).toEqual(['2024-04-30 late']);
    expect(await standings('')).toEqual([
      ...['2024-03-22 met', '2024-04-30 lapsed', '2024-06-14 met', '2024-09-30 late'],
    ]);
    const [lapsed] = await ask.rows('/conditions?standing=lapsed');
    expect(lapsed?.calledFor).toMatchObject({ ask: 'hold', bodyId: bodyId('Investment board') });
  });

  it('answer an auditor as of a day years back: what stood then, not what came of it', async () => {
    expect(await decided('?asOf=2024-02-29')).toEqual([
      ...['defer: Northern Powerhouse Rail (NPR)', 'recycle: Frontline Digitisation'],
      ...['conditional-go: Collection and Packaging Reforms', 'go: Illustrative: One sign-in for councils'],
      ...['hold: Housing Infrastructure Fund', 'complete: Police Uplift Programme', 'kill: HS2 Phase 2a'],
    ]);
    const [hold] = await ask.rows('/decisions?asOf=2024-02-29&outcome=hold');
    expect(hold).toMatchObject({ standing: 'in-force', superseded: null, recordedBy: 'p-sven' });
    const plan = await ask.rows('/plan-of-record?limit=1000&asOf=2024-02-29');
    const held = plan.find(({ projectId }) => projectId === hold?.projectId);
    expect([held?.status, held?.decision.motionId]).toEqual(['held', hold?.motionId]);
    expect([await decided('?asOf=2024-01-02'), await ask.rows('/bodies?asOf=2024-01-02')]).toEqual([[], []]);
    const capsule = (await docket.visitor.get(`/api/v1/motions/${hold?.motionId}/capsule`)).body;
    expect(capsule.seen.body.seats.filter(({ inTerm }: Loose) => inTerm)).toHaveLength(7);
    expect(capsule.differences.body).toEqual([{ path: 'seats[5].inTerm', then: true, now: false }]);
  });

  it('start no process and settle nothing, and stand once, in the order of their days', async () => {
    const { store } = docket.running.system.adapters;
    const before = await store.head();
    expect(await loadInto(docket)).toBeUndefined();
    expect(await store.head()).toBe(before);
    const lines = await docket.running.system.live.current().numbers({ after: 0, limit: 100_000 });
    const kinds = new Set(lines.map(({ type }) => type.replace(/\.v\d+$/, '')));
    expect([...kinds].filter((kind) => /Clock|FollowUp|Settled/.test(kind))).toEqual([]);
    const days = (await madeUpIn(store)).map(({ meta }) => meta.knownAt ?? '').filter((day) => day !== '');
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)).toBe(DECISIONS.until);
  });

  it('answer the same from a read model built anew', async () => {
    const { token } = (await ask.whole('/decisions')).asOf;
    const paths = [
      ...['/decisions', '/conditions', '/bodies', '/grants', '/interests', '/motions', '/plan-of-record'],
      ...['/closures', '/decision-times', '/people/p-chen/to-do', '/people/p-priya/to-do'],
    ].map((path) => `${path}?asOf=${token}`);
    const live = await Promise.all(paths.map(ask.whole));
    await docket.work('rebuild');
    expect(await Promise.all(paths.map(ask.whole))).toEqual(live);
  }, 60_000);
});
