import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

type Entry = Readonly<{ number: number; type: string; actor: string; details: object }>;

const told = (entries: readonly Entry[]) => entries.map(({ type, actor }) => `${type} by ${actor}`);

describe('an auditor who asks by which event', () => {
  let office: Office;
  let motionPath: string;
  let bodyPath: string;
  let head: string;
  beforeAll(async () => {
    office = await Office.open();
    motionPath = `/api/v1/motions/${office.ids.motionId}`;
    bodyPath = `/api/v1/bodies/${office.ids.bodyId}`;
    await office.done('p-bea', `${motionPath}/votes`, { choice: 'against', reason: 'Too dear.' });
    await office.done('p-bea', `${motionPath}/votes`, { choice: 'for', reason: 'The price was cut.' });
    await office.done('p-otto', `${bodyPath}/seats/p-carl/end`, { reason: 'Moved to the Treasury.' });
    head = (await office.head()) ?? '';
  });
  afterAll(() => office.close());

  const get = async (path: string) => (await office.as('p-anna')).get(path);
  const shown = async (path: string) =>
    (await get(`${path}?after=${head}`)).body as Readonly<{ id: string; entries: readonly Entry[] }>;

  it('of a motion sees every event, votes that were changed included', async () => {
    const { id, entries } = await shown(`${motionPath}/history`);
    expect([id, told(entries)]).toEqual([
      office.ids.motionId,
      ['MotionTabled by p-sven', 'BallotOpened by p-sven', 'VoteCast by p-bea', 'VoteCast by p-bea'],
    ]);
    expect(entries.slice(2).map(({ details }) => details)).toMatchObject([
      { personId: 'p-bea', choice: 'against', reason: 'Too dear.' },
      { personId: 'p-bea', choice: 'for', reason: 'The price was cut.' },
    ]);
  });

  it('of a body sees who was seated and why a seat ended', async () => {
    const { id, entries } = await shown(`${bodyPath}/history`);
    expect([id, told(entries)]).toEqual([
      office.ids.bodyId,
      [
        'BodyEstablished by p-otto',
        ...Array.from({ length: 4 }, () => 'MemberSeated by p-otto'),
        'MemberUnseated by p-otto',
      ],
    ]);
    expect(entries.at(-1)?.details).toMatchObject({ personId: 'p-carl', reason: 'Moved to the Treasury.' });
  });

  it('sees where each event stands, who vouched for its author, and what it was decided on', async () => {
    const { entries } = await shown(`${motionPath}/history`);
    const { system } = office.docket.running;
    const stream = `${system.adapters.store.installation}-motion-${office.ids.motionId}`;
    const lines = await system.live.current().numbers({ after: 0, limit: 100, stream });
    const stored = (await system.adapters.store.read(stream)).map((event) => system.decode(event));
    expect(entries).toEqual(
      lines.map(({ number, timelineAt: date }, at) => {
        const { id: eventId, revision, type, data: details, meta } = stored[at]!;
        const { recordedAt, actor, authentication, commandId, correlationId, guards } = meta;
        const who = { recordedAt, knownAt: null, actor, authentication };
        const command = { commandId, correlationId, causationId: null, guards };
        return { number, eventId, revision, type, date, ...who, ...command, details };
      }),
    );
    expect(stored[1]?.meta.guards.map((guard) => guard.stream.split('-')[1])).toEqual(['body', 'project']);
  });

  it('sees as of an event what had happened by then, and the same again by its token', async () => {
    const { entries } = await shown(`${motionPath}/history`);
    for (const [at, { number }] of entries.entries()) {
      const then = await get(`${motionPath}/history?asOf=${number}`);
      expect(then.body.entries).toEqual(entries.slice(0, at + 1));
      expect((await get(`${motionPath}/history?asOf=${then.body.asOf.token}`)).text).toBe(then.text);
    }
  });

  it('is told where there was nothing of it yet', async () => {
    const before = async (path: string) => {
      const first = (await shown(`${path}/history`)).entries[0]?.number ?? 0;
      return inShort(await get(`${path}/history?asOf=${first - 1}`));
    };
    expect([await before(motionPath), await before(bodyPath)]).toEqual([
      '404 motion-unknown',
      '404 body-unknown',
    ]);
  });

  it('can replay the answer from the log alone', async () => {
    const now = await get(`${motionPath}/history`);
    const path = `${motionPath}/history?asOf=${now.body.asOf.token}`;
    expect((await office.docket.work('replay', { path })).result).toMatchObject({
      status: 200,
      body: now.text,
      same: true,
    });
  });
});
