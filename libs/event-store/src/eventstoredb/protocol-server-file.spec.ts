import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JournalDamaged, startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { openEventStoreDb, type EventStoreDb } from '.';

describe('a protocol server that keeps its log in a file', () => {
  let folder: string;
  let file: string;
  let server: ProtocolServer | undefined;
  let store: EventStoreDb | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-protocol-'));
    file = join(folder, 'log');
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const start = async (): Promise<EventStoreDb> => {
    server = await startProtocolServer({ file });
    store = openEventStoreDb({ url: server.url, installation: 'kept' });
    return store;
  };
  const stop = async (): Promise<void> => {
    await store?.close();
    await server?.stop();
    store = server = undefined;
  };

  it('has everything after a restart: events, positions, log id, and what was recognised', async () => {
    const before = await start();
    const [stream, batch] = [freshStream(before), events(3)];
    const appended = await before.append(stream, batch, 'no-stream');
    const [id, stored] = [await before.logId(), await before.read(stream)];
    await stop();
    const after = await start();
    expect([await after.logId(), await after.read(stream), await after.head()]).toEqual([
      id,
      stored,
      appended.position,
    ]);
    expect(await after.append(stream, batch, 'no-stream')).toEqual(appended);
    const subscriber = new Subscriber(after);
    await subscriber.untilCaughtUp();
    expect(subscriber.events.map(plain)).toEqual(asStored(stream, batch));
    await subscriber.leave();
  });

  it('cuts a torn last batch off, whole, wherever it was torn, and takes it again', async () => {
    const before = await start();
    const stream = freshStream(before);
    const [first, torn] = [events(2), events(3)];
    await before.append(stream, first, 'no-stream');
    const kept = statSync(file).size;
    await before.append(stream, torn, 1);
    await stop();
    const whole = readFileSync(file);
    for (const size of [kept, kept + 1, kept + 8, kept + 100, whole.length - 1]) {
      writeFileSync(file, whole);
      truncateSync(file, size);
      const after = await start();
      expect((await after.read(stream)).map(plain)).toEqual(asStored(stream, first));
      expect(statSync(file).size).toBe(kept);
      expect(await after.append(stream, torn, 1)).toMatchObject({ revision: 4 });
      await stop();
      const again = await start();
      expect((await again.read(stream)).map(plain)).toEqual(asStored(stream, [...first, ...torn]));
      await stop();
    }
  });

  it('cuts off what was written over the end of the file and never was a batch', async () => {
    const before = await start();
    const [stream, batch] = [freshStream(before), events(2)];
    await before.append(stream, batch, 'no-stream');
    await stop();
    appendFileSync(file, Buffer.from([0, 0, 1, 0, 7, 7, 7, 7, 1, 2, 3]));
    expect((await (await start()).read(stream)).map(plain)).toEqual(asStored(stream, batch));
  });

  it('refuses a file that was changed before its end: that is no torn tail', async () => {
    const before = await start();
    await before.append(freshStream(before), events(2), 'no-stream');
    await stop();
    const bytes = readFileSync(file);
    bytes[20]! ^= 0xff;
    writeFileSync(file, bytes);
    await expect(startProtocolServer({ file })).rejects.toBeInstanceOf(JournalDamaged);
  });

  it('is not followed where it is shorter than what was read from it', async () => {
    const before = await start();
    await before.append(freshStream(before), events(2), 'no-stream');
    const kept = statSync(file).size;
    const { position } = await before.append(freshStream(before), events(2), 'no-stream');
    await stop();
    truncateSync(file, kept);
    await expect(new Subscriber(await start(), position).ended).rejects.toMatchObject({
      name: 'PositionBeyondEnd',
    });
  });
});
