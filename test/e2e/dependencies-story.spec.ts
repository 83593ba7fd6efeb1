import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge } from './samples.fixture';

describe('projects that depend on each other', () => {
  let office: Office;
  let portfolio: string;
  let fence: string;
  let quay: string;
  beforeAll(async () => {
    office = await Office.open();
    portfolio = `/api/v1/portfolios/${office.ids.portfolioId}`;
    fence = await office.create('p-priya', `${portfolio}/projects`, { ...bridge, name: 'Fence' });
    quay = await office.create('p-priya', `${portfolio}/projects`, { ...bridge, name: 'South quay' });
  });
  afterAll(() => office.close());

  const of = (project: string) => `/api/v1/projects/${project}/dependencies`;
  /** Read with everything in it that is recorded by now. */
  const read = async (path: string, asOf?: string): Promise<Loose> => {
    const query = asOf === undefined ? `after=${await office.head()}` : `asOf=${asOf}`;
    const answer = await office.docket.visitor.get(`${path}?${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };

  it('shows on what it waits, in both directions, and closes no circle', async () => {
    const otto = await office.as('p-otto');
    const requires = (from: string, to: string, kind = 'requires') => ({
      kind,
      from,
      to,
      reason: 'One crane.',
    });
    const { id } = (await office.done('p-otto', `${portfolio}/dependencies`, requires(fence, quay))).body;
    const head = await office.head();
    for (const [body, problem] of [
      [requires(quay, fence), '409 circle-of-dependencies'],
      [requires(fence, quay, 'finish-before-start'), '409 circle-of-dependencies'],
      [requires(quay, fence, 'excludes'), '409 dependency-contradicts'],
      [requires(fence, quay), '409 dependency-already-declared'],
    ] as const)
      expect(inShort(await otto.post(`${portfolio}/dependencies`, body))).toBe(problem);
    const circle = await otto.post(`${portfolio}/dependencies`, requires(quay, fence));
    expect(circle.body.detail).toContain('"South quay" → "Fence" → "South quay"');
    expect(await office.head()).toBe(head);

    const shown = { id, kind: 'requires', from: fence, to: quay, fromName: 'Fence', toName: 'South quay' };
    for (const path of [of(fence), of(quay), `${portfolio}/dependencies`])
      expect((await read(path)).rows).toEqual([expect.objectContaining(shown)]);
    const before = (await read(of(fence))).asOf.token;
    await office.done('p-otto', `${portfolio}/dependencies/${id}/removal`, { reason: 'A second crane.' });
    expect((await read(of(fence))).rows).toEqual([]);
    expect((await read(of(fence), before)).rows).toHaveLength(1);
    expect((await office.done('p-otto', `${portfolio}/dependencies`, requires(quay, fence))).status).toBe(
      201,
    );
  });

  it('makes no project impossible through a third, and rests on nothing that was withdrawn', async () => {
    const otto = await office.as('p-otto');
    const propose = (name: string) => office.create('p-priya', `${portfolio}/projects`, { ...bridge, name });
    const [tram, ferry] = [await propose('Tram'), await propose('Ferry')];
    const between = (from: string, kind: string, to: string) => ({ kind, from, to, reason: 'One crane.' });
    await office.done('p-otto', `${portfolio}/dependencies`, between(tram, 'requires', ferry));
    await office.done('p-otto', `${portfolio}/dependencies`, between(ferry, 'together-with', fence));
    const head = await office.head();
    const impossible = await otto.post(`${portfolio}/dependencies`, between(fence, 'excludes', tram));
    expect(inShort(impossible)).toBe('409 dependency-contradicts');
    expect(impossible.body.detail).toBe(
      '"Tram" could never be chosen: "Tram" requires "Ferry", and "Ferry" stands together with "Fence", and "Fence" excludes "Tram". Leave this one out, or remove one of the others first.',
    );
    expect(await office.head()).toBe(head);

    await office.done('p-priya', `/api/v1/projects/${ferry}/withdrawal`, { reason: 'The bridge does.' });
    const [row] = (await read(of(tram))).rows;
    expect([row.fromStatus.status, row.toStatus.status]).toEqual(['proposed', 'withdrawn']);
    const after = await office.head();
    const rests = await otto.post(`${portfolio}/dependencies`, between(quay, 'requires', ferry));
    expect(inShort(rests)).toBe('409 dependency-on-ended');
    expect(rests.body.detail).toContain('"Ferry" is withdrawn: "South quay" would wait for it for ever.');
    expect(await office.head()).toBe(after);
  });

  it('lets a manager declare what concerns their own project, and nobody else’s', async () => {
    const sam = await office.as('p-sam');
    const body = {
      kind: 'together-with',
      from: fence,
      to: office.ids.projectId,
      reason: 'One road closure.',
    };
    expect(inShort(await sam.post(`${portfolio}/dependencies`, body))).toBe('403 not-yours');
    expect((await (await office.as('p-priya')).post(`${portfolio}/dependencies`, body)).status).toBe(201);
  });

  it('are answered the same from the log alone', async () => {
    const now = await office.docket.visitor.get(`${of(fence)}?after=${await office.head()}`);
    const again = `${of(fence)}?asOf=${now.body.asOf.token}`;
    expect((await office.docket.work('replay', { path: again })).result).toMatchObject({
      same: true,
      body: now.text,
    });
  });

  it('stand in the log whole', async () =>
    expect((await office.docket.work('verify-chain')).result).toMatchObject({ whole: true, faults: [] }));
});
