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
