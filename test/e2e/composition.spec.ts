import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

const P = '/api/v1/portfolios/{portfolioId}';

describe('the composition of a portfolio over HTTP', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const write = async (method: string, template: string, body: unknown, headers = {}) =>
    (await office.as('p-maya')).write(method, office.aimed(template), body, undefined, headers);
  const tree = async (query = '') => {
    const after = (await office.head()) ?? '';
    return (await office.docket.visitor.get(`${office.aimed(`${P}/composition`)}?after=${after}${query}`))
      .body;
  };
  const outline = (nodes: readonly Loose[]): Loose =>
    Object.fromEntries(nodes.map(({ name, nodes: below }) => [name, outline(below)]));

  it('names the node in the receipt, and where to read it', async () => {
    const body = { kind: 'sub-portfolio', name: 'Water', parentId: office.ids.portfolioId, lead: 'p-maya' };
    const answer = await write('POST', `${P}/nodes`, body);
    expect([answer.status, answer.headers.get('location')]).toEqual([201, office.aimed(`${P}/composition`)]);
    const { nodes } = await tree();
    expect(nodes.find(({ id }: Loose) => id === answer.body.id)).toEqual({
      id: answer.body.id,
      kind: 'sub-portfolio',
      name: 'Water',
      lead: 'p-maya',
      nodes: [],
    });
  });

  it('is told as of any moment, by token and by event', async () => {
    const before = await tree();
    expect(outline(before.nodes)).toEqual({ Roads: { Bridges: {} }, Water: {} });
    const moved = await write('PUT', `${P}/nodes/{nodeId}/place`, { parentId: office.ids.portfolioId });
    expect(moved.status).toBe(200);
    await write('PUT', `${P}/nodes/{nodeId}/name`, { name: 'Bridges and tunnels' });
    expect(outline((await tree()).nodes)).toEqual({ 'Bridges and tunnels': {}, Roads: {}, Water: {} });
    for (const asOf of [before.asOf.token, before.asOf.number])
      expect(outline((await tree(`&asOf=${asOf}`)).nodes)).toEqual(outline(before.nodes));
  });

  it('takes a move only from the revision somebody saw', async () => {
    const place = { parentId: office.ids.portfolioId };
    const stale = await write('PUT', `${P}/nodes/{nodeId}/place`, place, { 'if-match': '"0"' });
    expect(inShort(stale)).toBe('412 revision-mismatch');
  });

  it('closes from the inside out, and keeps what was', async () => {
    const { nodes } = await tree();
    const roads = nodes.find(({ name }: Loose) => name === 'Roads').id;
    await write('PUT', `${P}/nodes/{nodeId}/place`, { parentId: roads });
    const close = (id: string) => write('POST', `${P}/nodes/${id}/closure`, { reason: 'The work is done.' });
    expect(inShort(await close(roads))).toBe('409 node-not-empty');
    expect((await close(office.ids.nodeId)).status).toBe(200);
    expect((await close(roads)).status).toBe(200);
    expect(outline((await tree()).nodes)).toEqual({ Water: {} });
    const into = { kind: 'programme', name: 'Late', parentId: roads };
    expect(inShort(await write('POST', `${P}/nodes`, into))).toBe('409 node-closed');
    const { body } = await office.docket.visitor.get(office.aimed(`${P}/composition/history`));
    expect(body.entries.map(({ type }: Loose) => type)).toEqual([
      ...['NodeAdded', 'NodeAdded', 'NodeAdded'],
      ...['NodeMoved', 'NodeRenamed', 'NodeMoved', 'NodeClosed', 'NodeClosed'],
    ]);
    expect(body.entries.at(-1).details).toMatchObject({ nodeId: roads, reason: 'The work is done.' });
  });

  it('is nothing for whoever runs a single project', async () => {
    const before = await office.head();
    const priya = await office.as('p-priya');
    const body = { kind: 'programme', name: 'Mine', parentId: office.ids.portfolioId };
    expect(inShort(await priya.post(office.aimed(`${P}/nodes`), body))).toBe('403 not-allowed');
    expect(await office.head()).toBe(before);
  });

  it('is divided into twelve levels at most', async () => {
    let parentId = office.ids.portfolioId;
    const put = (name: string) => write('POST', `${P}/nodes`, { kind: 'programme', name, parentId });
    const aside = (await put('Aside')).body.id;
    for (let level = 1; level <= 12; level += 1) parentId = (await put(`Level ${level}`)).body.id;
    const head = await office.head();
    const deeper = await put('Level 13');
    expect(inShort(deeper)).toBe('409 too-many-levels');
    expect(deeper.body.detail).toBe(
      '"Level 13" would reach down to level 13: a portfolio has at most 12. Choose a place higher up.',
    );
    const moved = await write('PUT', `${P}/nodes/${aside}/place`, { parentId });
    expect(inShort(moved)).toBe('409 too-many-levels');
    expect(await office.head()).toBe(head);
  });
});
