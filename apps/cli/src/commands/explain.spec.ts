import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '../client';
import type { Refused } from '../problem';
import { projectMeant, standingFirst } from './explain';

const named = (...names: readonly string[]) =>
  names.map((name) => ({
    id: `id of ${name.toLowerCase()}`,
    name,
    ...{ status: 'left', since: '2019-01-31' },
  }));
const twin = (id: string, status: string) => ({ id, name: 'Twin', status, since: '2020-01-31' });

/** What the API says, by path; the projects come in two pages. */
const ANSWERS: Readonly<Record<string, object>> = {
  '/ranking': {
    rows: [...named('North bridge', 'Bridge works'), { id: 't1', name: 'Twin' }, { id: 't2', name: 'Twin' }],
  },
  [standingFirst('p', undefined).first]: { rows: [twin('t1', 'proposed')], next: null },
  [standingFirst('p', undefined).projects]: {
    rows: [twin('t0', 'withdrawn'), twin('t1', 'proposed')],
    next: null,
  },
  '/projects?status=all': { rows: named('Bridge', 'Bridge works', 'North bridge'), next: 'more' },
  '/projects?status=all&cursor=more': {
    rows: [...named('South quay', 'Lost quay'), twin('t1', 'proposed'), twin('t2', 'held')],
    next: null,
  },
};

describe('the project that explain is asked for', () => {
  let server: Server;
  let client: Client;
  let meant: (name: string) => Promise<string>;

  beforeAll(async () => {
    server = createServer(({ url = '' }, reply) => reply.end(JSON.stringify(ANSWERS[url])));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'secret');
    meant = (name) => projectMeant(client, { first: '/ranking', projects: '/projects?status=all' }, name);
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it.each([
    ['north BRIDGE', 'id of north bridge', 'ranked, by its name'],
    ['ID OF south quay', 'id of south quay', 'no longer ranked, by its id'],
    ['works', 'id of bridge works', 'ranked, by a part of its name'],
    ['South', 'id of south quay', 'no longer ranked, on the second page, by a part of its name'],
    ['Bridge', 'id of bridge', 'no longer ranked, while ranked ones have its name as a part'],
  ])('"%s" is %s: %s', async (name, id) => expect(await meant(name)).toBe(id));

  it('is the one that stands, where one that was withdrawn has the same name', async () =>
    expect(await projectMeant(client, standingFirst('p', undefined), 'twin')).toBe('t1'));

  it.each([
    [
      'quay',
      '2 projects have "quay" in their name: "South quay" (id of south quay, left, since 2019-01-31); "Lost quay" (id of lost quay, left, since 2019-01-31). Give more of it, or the id.',
    ],
    [
      'twin',
      '2 projects have "twin" in their name: "Twin" (t1, proposed, since 2020-01-31); "Twin" (t2, held, since 2020-01-31). Give more of it, or the id.',
    ],
    ['tower', 'No project of the portfolio is called "tower" as of then. `docket rank` lists them.'],
  ])('"%s" is refused', async (name, detail) => {
    const refused = await meant(name).catch((error: Refused) => error.problem);
    expect(refused).toMatchObject({ code: 'project-unknown', status: 404, detail });
  });
});
