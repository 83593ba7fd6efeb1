import { InFlight } from './in-flight';

/** Work that ends when it is told to. */
const held = () => {
  let end: (outcome?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  return { work: () => ended, end: (error?: Error) => end(error) };
};

describe('what is decided and not yet in the log', () => {
  const [nine, ten] = ['2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z'];

  it('keeps a moment open until it is there, or is known not to come', async () => {
    const inFlight = new InFlight();
    const [first, second] = [held(), held()];
    const told: string[] = [];
    const running = [inFlight.during(nine, first.work), inFlight.during(ten, second.work)];
    const settled = inFlight.settled(nine).then(() => told.push('nine is settled'));
    const later = inFlight.settled(ten).then(() => told.push('ten is settled'));
    first.end(new Error('lost the race'));
    await settled;
    expect(told).toEqual(['nine is settled']);
    second.end();
    await later;
    expect(told).toEqual(['nine is settled', 'ten is settled']);
    await expect(running[0]).rejects.toThrow('lost the race');
    await running[1];
  });

  it('does not wait for what was decided after the moment', async () => {
    const inFlight = new InFlight();
    const one = held();
    const running = inFlight.during(ten, one.work);
    await inFlight.settled(nine);
    one.end();
    await running;
    await inFlight.settled(ten);
  });
});
