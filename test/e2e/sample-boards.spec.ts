import type { Loose, TestDocket } from './docket.fixture';
import { asking, loadWhole, within, type Asked } from './sample-boards.fixture';

describe('the boards of the sample', () => {
  let docket: TestDocket;
  let ask: Asked;
  let names: ReadonlyMap<string, string>;
  beforeAll(async () => {
    docket = await loadWhole();
    ask = asking(docket);
    names = await ask.names();
  }, 120_000);
  afterAll(() => docket.stopAndForget());

  it('have an alternate, a term that has ended, and a lead who is a body of one', async () => {
    const bodies = await ask.rows('/bodies');
    const seated = bodies.map(({ name, seats }) => [
      name,
      seats.map(({ personId, role, inTerm }: Loose) => `${personId} ${role}${inTerm ? '' : ', ended'}`),
    ]);
    expect(Object.fromEntries(seated)).toEqual({
      'Illustrative: Portfolio committee': [
        ...['p-chen member', 'p-lena member', 'p-maya chair', 'p-otto secretary'],
      ],
      'Illustrative: Investment board': [
        ...['p-bea member', 'p-carl member', 'p-chen chair', 'p-dina deputy', 'p-lena alternate'],
        ...['p-sam member, ended', 'p-sven secretary'],
      ],
      'Illustrative: Lead of digital services': ['p-sam chair'],
    });
  });

  it('decide under what was granted: the board by the committee, the lead by the board, as of a day', async () => {
    const inForce = async (day: string) =>
      (await ask.rows(`/grants?asOf=${day}`)).map(({ bodyId: of, from, authority, callInHours }) => ({
        of: names.get(of)?.slice(14),
        from: from.kind,
        perDecision: authority.perDecision,
        kinds: authority.kinds,
        callInHours,
      }));
    const board = { of: 'Investment board', from: 'body', perDecision: '500000000' };
    const lead = { of: 'Lead of digital services', from: 'grant', perDecision: '50000000' };
    const operating = { ...lead, perDecision: '80000000', kinds: ['contract-variation', 'operating'] };
    const [ofBoard, ofLead] = [
      { ...board, kinds: null, callInHours: null },
      { ...lead, kinds: null, callInHours: 168 },
    ];
    const byLimit = (a: Loose, b: Loose) => a.perDecision.length - b.perDecision.length;
    expect(await inForce('2024-01-09')).toEqual([]);
    expect((await inForce('2024-06-01')).sort(byLimit)).toEqual(
      expect.arrayContaining([ofBoard, ofLead, { ...operating, callInHours: 336 }]),
    );
    expect((await inForce('2025-06-01')).sort(byLimit)).toEqual([ofLead, ofBoard]);
  });

  it('recuse whom an interest ties, and whoever withdrew it no more', async () => {
    const interests = (await ask.rows('/interests')).map(({ person, nature, ended }) => [
      person,
      nature,
      ended?.at ?? null,
    ]);
    expect(interests).toEqual([
      ['p-bea', 'supplier', null],
      ['p-carl', 'family', '2024-02-15T10:00:00.000Z'],
      ['p-dina', 'other', null],
    ]);
    const [packaging] = await ask.rows('/decisions?outcome=conditional-go&asOf=2024-03-01');
    const { ballot } = (await docket.visitor.get(`/api/v1/motions/${packaging?.motionId}`)).body;
    expect(ballot.electorate.filter(({ standing }: Loose) => standing === 'recused')).toEqual([
      { personId: 'p-bea', role: 'member', standing: 'recused', why: 'interest' },
    ]);
  });

  /** As each reads their own. */
  const tasks = async (person: string, query = '') => {
    const self = await docket.as(person);
    const { rows } = (await self.get(`${within}/people/${person}/to-do${query}`)).body;
    return rows.map(({ task, projectId }: Loose) => [task, names.get(projectId)]);
  };

  it('leave something to do for those who have a part', async () => {
    const conducted = [
      ['decide-called-in', 'Rosa Renewal Project'],
      ['open-ballot', 'Nature for Climate Fund'],
    ];
    const closing = [['give-closure-report', 'Vetting Transformation Programme']];
    expect([await tasks('p-chen'), await tasks('p-sven')]).toEqual([conducted, conducted]);
    expect([await tasks('p-bea'), await tasks('p-carl')]).toEqual([
      [['vote', 'Cerberus']],
      [['vote', 'Cerberus']],
    ]);
    expect([await tasks('p-otto'), await tasks('p-lena')]).toEqual([closing, closing]);
    expect(await tasks('p-priya')).toEqual([['meet-condition', 'NS&I Rainbow']]);
    expect(await tasks('p-chen', '?asOf=2024-03-01')).toEqual([
      ['open-ballot', 'UK Holocaust Memorial and Learning Centre'],
    ]);
  });

  it('are marked as illustrative on the page of a real project: beside each event, and above what became of it', async () => {
    const [stopped] = await ask.rows('/closures');
    const path = `/project?project=${stopped?.projectId}`;
    const { text } = await docket.visitor.get(path);
    expect(text).toContain('not what became of the real');
    expect(text).toContain('Sven Aalto (p-sven), illustrative');
    expect((await docket.visitor.get(`${path}&asOf=2023-12-31`)).text).not.toContain('llustrative');
  });

  it('are there to go on with: who has not voted does, and the chair closes what waits since then', async () => {
    const [cerberus] = (await ask.rows('/motions')).filter(({ status }) => status === 'ballot-open');
    const motion = `/api/v1/motions/${cerberus?.id}`;
    for (const person of ['p-bea', 'p-carl'])
      expect(
        (await (await docket.as(person)).post(`${motion}/votes`, { choice: 'for', reason: 'Late.' })).status,
      ).toBe(200);
    const chair = await docket.as('p-chen');
    expect((await chair.post(`${motion}/close`)).status).toBe(200);
    const recorded = await chair.post(`${motion}/decision`, { rationale: 'It comes back.' });
    expect(recorded.status).toBe(200);
    const { position } = recorded.body;
    const read = await docket.visitor.get(`${within}/decisions?body=${cerberus?.bodyId}&after=${position}`);
    expect(read.body.rows[0]).toMatchObject({ outcome: 'recycle', rationale: 'It comes back.' });
  });
});
