import {
  Child,
  docket,
  documentOf,
  Place,
  SMALL_LIST,
  startServer,
  stopServer,
  type Server,
} from '../e2e/cli.fixture';
import { audit, eventsIn, Writers } from './writers.fixture';

const RIVALS = 5;
const ROUNDS = 4;

type Rival = Readonly<{ child: Child; outcome: string }>;

/** Starts so many servers on a folder at once; each once it serves or has refused. */
const race = (data: string): Promise<readonly Rival[]> =>
  Promise.all(
    Array.from({ length: RIVALS }, async () => {
      const child = new Child('api', [], { PORT: '0', DOCKET_DATA: data }, 120);
      const [said] = await child.says(/ready: \S+|is in use by (process \d+|another process)/);
      return { child, outcome: said.startsWith('ready') ? 'serves' : 'refused' };
    }),
  );

const theOneThatServes = (rivals: readonly Rival[]): Child => {
  expect(rivals.map(({ outcome }) => outcome).sort()).toEqual([
    ...Array<string>(RIVALS - 1).fill('refused'),
    'serves',
  ]);
  const [owner] = rivals.filter(({ outcome }) => outcome === 'serves');
  if (!owner) throw new Error('Nobody serves.');
  return owner.child;
};

/** Where somebody serves, and the rest have ended as a refusal ends. */
const ownerOf = async (rivals: readonly Rival[]): Promise<Server> => {
  const child = theOneThatServes(rivals);
  const refused = await Promise.all(
    rivals.filter((one) => one.child !== child).map((one) => one.child.ended),
  );
  expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 2));
  const [, address = ''] = await child.says(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
  return { child, address, secret: '' };
};

describe('servers that start on one data folder at the same moment', () => {
  const place = new Place();
  const data = place.at('data');
  const writers = new Writers();
  afterAll(() => place.remove());

  it('let exactly one of them serve: an empty folder, one left by a kill, and again', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const owner = await ownerOf(await race(data));
      if (round === 0) await writers.begin(owner.address);
      else await writers.repeat(owner.address);
      await writers.write(owner.address, (count) => {
        if (count === 20) owner.child.kill('SIGKILL');
      });
      expect((await owner.child.ended).signal).toBe('SIGKILL');
    }
    const server = await startServer(data);
    await writers.repeat(server.address);
    await stopServer(server);
    expect(audit(writers.sent, await eventsIn(data))).toEqual({ lost: [], doubled: [], outOfOrder: [] });
    process.stdout.write(
      `${ROUNDS} races of ${RIVALS} servers for one folder: one served each time; ${writers.sent.length} writes, 0 lost, 0 doubled\n`,
    );
  }, 180_000);

  it('and commands that all want the folder at once are done, or told to come again; the effect is one', async () => {
    const [folder, list] = [place.at('commands'), place.file('list.csv', SMALL_LIST)];
    const importing = ['import', 'gmpp', list, '--data', folder, '--json'];
    const ended = await Promise.all([docket(importing), docket(importing), docket(importing)]);
    const told = ended.map((one) => String(documentOf(one).code ?? 'done'));
    // an owner that is about to leave, or that imports just now, says so
    expect(told.filter((code) => !['done', 'broken-off', 'import-under-way'].includes(code))).toEqual([]);
    expect(told).toContain('done');
    expect(documentOf(await docket(importing))).toMatchObject({ rows: 5, recorded: 0, unchanged: 5 });
    const { events, whole } = documentOf(await docket(['verify-chain', '--data', folder, '--json']));
    const alone = place.at('alone');
    await docket([...importing.slice(0, 3), '--data', alone, '--json']);
    const inPeace = documentOf(await docket(['verify-chain', '--data', alone, '--json']));
    expect([events, whole]).toEqual([inPeace.events, true]);
  }, 120_000);
});
