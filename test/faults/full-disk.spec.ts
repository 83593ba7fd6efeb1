import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  Child,
  docket,
  documentOf,
  jsonAt,
  Place,
  startServer,
  stopServer,
  type Server,
} from '../e2e/cli.fixture';
import { notRun } from '@docket/kernel/testing';
import { limitFileSize, SmallDisk } from './small-disk.fixture';
import { audit, eventsIn, Writers } from './writers.fixture';

const NOTHING = { lost: [], doubled: [], outOfOrder: [] };
const ACKNOWLEDGED_BEFORE = 60;
const NO_DISK = 'mounting a small one is not allowed here; a limit on the size of files stands in its place';

/** Eight people write until every one of them was turned away; the codes they were told. */
const turnedAway = async (writers: Writers, { address }: Server): Promise<readonly string[]> => {
  const before = writers.sent.length;
  await writers.write(address, () => undefined);
  return [...new Set(writers.sent.slice(before).flatMap(({ turnedAway: code }) => code ?? []))];
};

const acknowledgedBy = ({ sent }: Writers): number => sent.filter(({ receipt }) => receipt).length;

/** How many projects a reader is shown, one for each acknowledged proposal; waits for what was written last. */
const projectsAt = async ({ address }: Server, { portfolioId, lastPosition }: Writers): Promise<number> => {
  const list = `/api/v1/portfolios/${portfolioId}/projects?limit=1000&after=${lastPosition}`;
  return (await jsonAt({ address }, list)).rows.length;
};

describe('a disk that is full', () => {
  const place = new Place();
  const disk = SmallDisk.mount(place.at('disk'), 32);
  const data = join(place.at('disk'), 'data');
  const writers = new Writers();
  let server: Server | undefined;
  const serving = (): Server => {
    if (!server) throw new Error('No server.');
    return server;
  };
  afterAll(async () => {
    if (server) await stopServer(server);
    disk?.unmount();
    await place.remove();
  });
  if (!disk) return notRun('a full disk', NO_DISK);

  it('turns writes away in words; reads go on, and show what was acknowledged', async () => {
    server = await startServer(data);
    await writers.begin(server.address);
    let isFull = false;
    await writers.write(server.address, (count) => {
      if (count === ACKNOWLEDGED_BEFORE) disk.fill();
      isFull ||= count === ACKNOWLEDGED_BEFORE;
    });
    expect(await turnedAway(writers, server)).toEqual(['disk-full']);
    expect(isFull).toBe(true);
    const ready = await fetch(`${server.address}/health/ready`);
    expect(ready.status).toBe(200);
    const path = `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;
    expect((await fetch(`${server.address}${path}`)).status).toBe(200);
  }, 60_000);

  it('takes no backup, and is left without half of one', async () => {
    const to = join(disk.path, 'backup');
    const refused = await docket(['backup', to, '--data', data, '--json']);
    expect([refused.code, documentOf(refused), existsSync(to)]).toEqual([
      1,
      expect.objectContaining({
        code: 'backup-refused',
        detail: expect.stringMatching(/could not be written to .*full.* see that there is room/),
      }),
      false,
    ]);
  });

  it('takes writes again once there is room, without a new start; each repetition has one effect', async () => {
    disk.makeRoom();
    await writers.repeat(serving().address);
    expect(await projectsAt(serving(), writers)).toBe(writers.proposals);
    expect((await stopServer(serving())).code).toBe(0);
    server = undefined;
    expect(audit(writers.sent, await eventsIn(data))).toEqual(NOTHING);
    process.stdout.write(
      `full disk: ${acknowledgedBy(writers)} writes acknowledged, 0 lost, 0 doubled; turned away with 507 while it was full\n`,
    );
  });

  it.each([
    ['nothing', 0],
    ['a little', 200_000],
  ])('refuses a start in words, with exit code 2, when %s is left', async (_, left) => {
    disk.fill(left);
    const { code, stderr } = await new Child('api', [], { PORT: '0', DOCKET_DATA: data }).ended;
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`The disk of the data folder ${data} is full`),
    ]);
    disk.makeRoom();
  });

  it('with room, the same folder serves again', async () => {
    server = await startServer(data);
    expect(await projectsAt(server, writers)).toBe(writers.proposals);
  });
});

describe('a quota that lets no file grow', () => {
  const place = new Place();
  const data = place.at('data');
  const writers = new Writers();
  afterAll(() => place.remove());

  it('turns writes away, loses nothing that was acknowledged, and once it is lifted all goes on', async () => {
    const server = await startServer(data);
    await writers.begin(server.address);
    await writers.write(server.address, (count) => {
      if (count === ACKNOWLEDGED_BEFORE) limitFileSize(server.child.pid, 4_096);
    });
    const codes = await turnedAway(writers, server);
    expect(codes.filter((code) => !['outcome-unknown', 'disk-full'].includes(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(0);
    expect((await fetch(`${server.address}/api/v1/portfolios?asOf=1`)).status).toBe(200);
    limitFileSize(server.child.pid);
    await writers.repeat(server.address);
    expect(await projectsAt(server, writers)).toBe(writers.proposals);
    expect((await stopServer(server)).code).toBe(0);
    expect(audit(writers.sent, await eventsIn(data))).toEqual(NOTHING);
    process.stdout.write(
      `quota: ${acknowledgedBy(writers)} writes acknowledged, 0 lost, 0 doubled; turned away with ${codes.join(', ')}\n`,
    );
  }, 60_000);
});
