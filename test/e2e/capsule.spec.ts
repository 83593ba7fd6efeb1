import { canonicalJson, sha256 } from '@docket/kernel';
import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { bridge } from './samples.fixture';

const tie = { nature: 'financial', description: 'I own shares of the builder.' };

describe('what a body had before it', () => {
  let office: Office;
  let projectId: string;
  let motionId: string;
  let opened: Loose;
  beforeAll(async () => {
    office = await Office.open();
    const case_ = { ...bridge, name: 'South quay', wholeLifeCost: '1200000' };
    projectId = await office.create(
      'p-priya',
      office.aimed('/api/v1/portfolios/{portfolioId}/projects'),
      case_,
    );
    motionId = await office.motion({ ...office.ids, projectId });
  });
  afterAll(() => office.close());

  const capsule = async (query = ''): Promise<Loose> => {
    const path = `/api/v1/motions/${motionId}/capsule?after=${await office.head()}${query}`;
    const { body, status } = await office.docket.visitor.get(path);
    expect(status).toBe(200);
    return body;
  };
  const aboutDiffering = ({ differences }: Loose) =>
    Object.keys(differences).filter((about) => differences[about].length > 0);

  it('is shown as it stands while nothing has frozen it', async () => {
    const shown = await capsule();
    expect([shown.motionId, shown.frozen, aboutDiffering(shown)]).toEqual([motionId, null, []]);
    expect(shown.seen.component).toMatchObject({ id: projectId, name: 'South quay', status: 'proposed' });
  });

  it('is frozen by the opening, with the streams it stood on: the project, the body', async () => {
    await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    opened = await capsule();
    expect(opened.frozen).toMatchObject({ ballot: 1, openedBy: 'p-sven' });
    const streams = opened.frozen.guards.map(({ stream }: { stream: string }) => stream);
    expect(streams).toEqual(
      expect.arrayContaining([`docket-project-${projectId}`, `docket-body-${office.ids.bodyId}`]),
    );
    expect(Object.keys(opened.seen)).toEqual([
      ...['component', 'gates', 'standing', 'model', 'dependencies', 'authority', 'interests', 'body'],
    ]);
    expect(opened.digest).toBe(sha256(canonicalJson(opened.seen)));
  });

  it('is what each question answers as of that event', async () => {
    const asked = async (path: string) => {
      const { body } = await office.docket.visitor.get(`${path}?asOf=${opened.frozen.token}`);
      const { asOf, ...said } = body;
      expect(asOf.number).toBe(opened.frozen.number);
      return said;
    };
    const { seen } = opened;
    expect(await asked(`/api/v1/projects/${projectId}`)).toEqual(seen.component);
    expect(await asked(`/api/v1/projects/${projectId}/gates`)).toEqual(seen.gates);
    expect(await asked(`/api/v1/bodies/${office.ids.bodyId}`)).toEqual(seen.body);
    expect(await asked(`/api/v1/projects/${projectId}/authority`)).toEqual(seen.authority);
    const ranked = await asked(`/api/v1/portfolios/${office.ids.portfolioId}/ranking/${projectId}`);
    expect(ranked).toEqual(seen.standing);
  });

  it('stays what it was, whatever comes, and says where that is otherwise by now', async () => {
    await office.done('p-carl', `/api/v1/projects/${projectId}/interests`, tie);
    await office.done('p-otto', `/api/v1/bodies/${office.ids.bodyId}/seats`, {
      ...{ personId: 'p-maya', role: 'member' },
    });
    const later = await capsule();
    expect([later.seen, later.digest]).toEqual([opened.seen, opened.digest]);
    expect(aboutDiffering(later)).toEqual(['component', 'interests', 'body']);
    expect(later.differences.interests).toEqual([
      { path: '[0]', then: null, now: expect.objectContaining({ person: 'p-carl', ...tie }) },
    ]);
    const asItWas = await capsule(`&asOf=${opened.asOf.token}`);
    expect(asItWas).toEqual(opened);
  });

  it('is of the ballot that opened last, where the one before had no quorum', async () => {
    await office.done('p-chen', `/api/v1/motions/${motionId}/votes`, { choice: 'for', reason: 'It pays.' });
    await office.done('p-chen', `/api/v1/motions/${motionId}/close`);
    await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    const second = await capsule();
    expect(second.frozen.ballot).toBe(2);
    expect(second.seen.interests).toEqual([expect.objectContaining({ person: 'p-carl' })]);
    expect(aboutDiffering(second)).toEqual([]);
  });

  it('is of no motion that nobody tabled', async () => {
    const { status, body } = await office.docket.visitor.get(`/api/v1/motions/${projectId}/capsule`);
    expect([status, body.code]).toEqual([404, 'motion-unknown']);
  });
});
