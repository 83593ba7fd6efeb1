import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

/** What somebody does to one event with another program at the file of the log, whose guards they took away. */
type Harm = Readonly<{ sql: string; values?: readonly string[] }>;

const rewritten = (from: string, to: string): Harm => ({
  sql: 'update events set bytes = cast(replace(cast(bytes as text), ?, ?) as blob) where id = ?',
  values: [from, to],
});
const unreadable: Harm = { sql: "update events set bytes = cast('{}' as blob) where id = ?" };
const deleted: Harm = { sql: 'delete from events where id = ?' };

describe('a log that somebody altered while it is served', () => {
  let office: Office;
  let database: DatabaseSync;
  beforeAll(async () => {
    office = await Office.open();
    database = new DatabaseSync(join(office.docket.folder ?? '', 'events.sqlite'));
    const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'").all();
    for (const { name } of triggers) database.exec(`drop trigger ${String(name)}`);
  });
  afterAll(async () => {
    database.close();
    await office.close();
  });

  const eventOf = async (stream: string, revision: number) => {
    const { adapters, live } = office.docket.running.system;
    const name = `${adapters.store.installation}-${stream}`;
    const lines = await live.current().numbers({ after: 0, limit: 100, stream: name });
    const line = lines.find((one) => one.revision === revision);
    if (!line) throw new Error(`${name} has no event of revision ${revision}.`);
    return line;
  };

  /** Alters an event, asks, and puts it back. */
  const meanwhile = async <T>(id: string, { sql, values = [] }: Harm, ask: () => Promise<T>): Promise<T> => {
    const row = database.prepare('select * from events where id = ?').get(id) ?? {};
    if (database.prepare(sql).run(...values, id).changes !== 1) throw new Error('Nothing was altered.');
    try {
      return await ask();
    } finally {
      const columns = Object.keys(row);
      const put = `insert or replace into events (${columns.join()}) values (${columns.map(() => '?').join()})`;
      database.prepare(put).run(...Object.values(row));
    }
  };
  const get = (path: string) => office.docket.visitor.get(path);
  const project = () => `project-${office.ids.projectId}`;
  const history = () => `/api/v1/projects/${office.ids.projectId}/history`;
  const page = () => `/project?portfolio=${office.ids.portfolioId}&project=${office.ids.projectId}`;

  it.each([
    ['its facts', rewritten('North bridge', 'South bridge')],
    ['its actor', rewritten('"actor":"p-priya"', '"actor":"p-maya"')],
    ['its type', { sql: "update events set type = 'ProjectListed.v1' where id = ?" }],
  ])('is not told as genuine: an event somebody changed in %s', async (_, harm) => {
    const { eventId, number } = await eventOf(project(), 0);
    const answers = await meanwhile(eventId, harm, async () => [
      await get(`/api/v1/events/${number}`),
      await get(history()),
    ]);
    for (const answer of answers) {
      expect(inShort(answer)).toBe('409 event-altered');
      expect(answer.body.detail).toMatch(
        new RegExp(`^Event ${number} is not as it was written: .*docket verify-chain`),
      );
    }
  });

  it.each([
    ['cannot be read', unreadable, 'is not as it was written: its bytes were changed'],
    ['is gone', deleted, 'is missing: the log does not have it'],
  ])('names an event that %s, in every read that tells it', async (_, harm, said) => {
    for (const [stream, path] of [
      [project(), history()],
      [`motion-${office.ids.motionId}`, `/api/v1/motions/${office.ids.motionId}/history`],
      [`body-${office.ids.bodyId}`, `/api/v1/bodies/${office.ids.bodyId}/history`],
    ] as const) {
      const { eventId, number } = await eventOf(stream, 0);
      const answers = await meanwhile(eventId, harm, async () => [
        await get(path),
        await get(`/api/v1/events/${number}`),
      ]);
      for (const answer of answers) {
        expect(inShort(answer)).toBe('409 event-altered');
        expect(answer.body.detail).toContain(`Event ${number} ${said}`);
      }
    }
  });

  it.each([
    ['cannot be read', unreadable, 'is not as it was written'],
    ['is gone', deleted, 'is missing: the log does not have it'],
  ])('says so in the pages where an event %s', async (_, harm, said) => {
    const { eventId, number } = await eventOf(project(), 0);
    const pages = await meanwhile(eventId, harm, async () => [
      await get(page()),
      await get(`/events/${number}`),
    ]);
    for (const { status, text } of pages) {
      expect(status).toBe(409);
      expect(text).toContain(`<p class="problem">Event ${number} ${said}`);
    }
  });

  it('names it also where it moved components', async () => {
    const { eventId, number } = await eventOf(`assessment-${office.ids.assessmentId}`, 0);
    const path = `/api/v1/portfolios/${office.ids.portfolioId}/ranking/moves?since=${(await eventOf(project(), 0)).number}&model=${office.ratedModelId}`;
    const { body } = await get(path);
    expect(body.rows.flatMap(({ parts }: Loose) => parts)).toContainEqual(
      expect.objectContaining({ number }),
    );
    for (const harm of [unreadable, deleted]) {
      const answer = await meanwhile(eventId, harm, () => get(path));
      expect(inShort(answer)).toBe('409 event-altered');
      expect(answer.body.detail).toContain(`Event ${number} is `);
    }
  });

  it('is served as it was once it is put back', async () => {
    const { number } = await eventOf(project(), 0);
    for (const path of [history(), page(), `/events/${number}`, `/api/v1/events/${number}`])
      expect((await get(path)).status).toBe(200);
    expect((await office.docket.work('verify-chain')).result).toMatchObject({ whole: true });
  });
});
