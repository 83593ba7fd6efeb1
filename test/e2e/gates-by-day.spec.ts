import { TestDocket, type Loose } from './docket.fixture';
import { AtGates, closing } from './gates.fixture';
import { MovedClock } from './moved-clock.fixture';
import { Office } from './office.fixture';

const DAY_MS = 86_400_000;
const dayOf = (instant: string): string => instant.slice(0, 10);

describe('gates and closure over the days', () => {
  const clock = new MovedClock();
  const begun = new Date().toISOString();
  const after = (days: number) =>
    `${dayOf(new Date(Date.parse(begun) + days * DAY_MS).toISOString())}T12:00:00.000Z`;
  let office: Office;
  let docket: TestDocket;
  let project: string;
  let other: string;
  beforeAll(async () => {
    office = await Office.open();
    docket = office.docket;
    const at = new AtGates(office);
    await at.publish();
    project = await at.propose('East bridge');
    await at.decided(project, 'go');
    await at.reach(project, 'case', 'p-otto');
    await at.decided(project, 'kill');
    other = await at.propose('Old mill');
    await at.decided(other, 'go');
  });
  afterAll(async () => {
    clock.putBack();
    await docket.stopAndForget();
  });

  /** The Docket goes on so many days later. */
  const later = async (days: number): Promise<void> => {
    await docket.stop();
    clock.moveTo(after(days));
    docket = await TestDocket.start(docket.folder === undefined ? {} : { folder: docket.folder });
  };
  const write = async (person: string, method: string, path: string, body: unknown): Promise<Loose> =>
    (await (await docket.as(person)).write(method, path, body)).body;
  const read = async (path: string): Promise<Loose> => (await docket.visitor.get(path)).body;
  const reports = async (asOf: string) =>
    (await read(`/api/v1/portfolios/${office.ids.portfolioId}/people/p-priya/to-do?asOf=${asOf}`)).rows
      .filter(({ projectId }: { projectId: string }) => projectId === project)
      .map(({ task }: Record<string, string>) => task);

  it('a report that nobody gives is late, and stays on the list until it is there', async () => {
    await later(40);
    const path = `/api/v1/projects/${project}/closure`;
    const { due, asOf } = await read(path);
    const days = (Date.parse(due) - Date.parse(begun)) / DAY_MS;
    expect([Math.floor(days), due < asOf.at]).toEqual([30, true]);
    const { benefitOwner: _, ...nobodys } = closing;
    const given = { ...nobodys, noOwnerReason: 'Nothing was built.' };
    const { position } = await write('p-priya', 'POST', path, given);
    await read(`${path}?after=${position}`);
    await later(50);
    expect(await reports(dayOf(after(39)))).toEqual(['give-closure-report']);
    expect(await reports(dayOf(after(45)))).toEqual([]);
  });

  it('on each earlier day the gate and the closure stand as they stood on it', async () => {
    const gates = await read(`/api/v1/projects/${project}/gates?asOf=${dayOf(after(1))}`);
    expect([gates.standing.gateId, gates.standing.unmet, gates.passed]).toEqual(['case', ['funding'], []]);
    const closure = async (days: number) =>
      (await read(`/api/v1/projects/${project}/closure?asOf=${dayOf(after(days))}`)).closure;
    expect(await closure(39)).toBeNull();
    expect(await closure(41)).toMatchObject({
      ...{ outcome: 'killed', benefitOwner: null, noOwnerReason: 'Nothing was built.' },
      ...{ finalCost: closing.finalCost, lessons: closing.lessons, by: 'p-priya' },
    });
  });

  it('what was planned on a day is what bodies had decided by then', async () => {
    const plan = async (asOf: string) =>
      (await read(`/api/v1/portfolios/${office.ids.portfolioId}/plan-of-record?asOf=${asOf}`)).rows.map(
        ({ projectId }: { projectId: string }) => projectId,
      );
    expect(await plan(dayOf(after(41)))).toEqual([other]);
    expect(await plan(dayOf(after(-1)))).toEqual([]);
  });
});
