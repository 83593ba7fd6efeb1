import { LeasesUnavailable, StoreUnavailable, type Position } from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import type { System } from '@docket/host';
import type { FastifyBaseLogger } from 'fastify';
import { Outages } from './outages';

describe('an outage', () => {
  let isAway: boolean;
  let said: string[];
  let outages: Outages;
  const head = async (): Promise<Position | undefined> => {
    if (isAway) throw new StoreUnavailable('It is away.');
    return undefined;
  };
  const line = (_: object, text: string) => void said.push(text);
  const log = { error: line, warn: line } as unknown as FastifyBaseLogger;
  beforeEach(() => {
    isAway = true;
    said = [];
    outages = new Outages({ adapters: { store: { head } } } as unknown as System);
  });
  afterEach(() => outages.onModuleDestroy());

  const turnAway = () => outages.note('store-unavailable', new StoreUnavailable('It is away.'), log);

  it('is one line, however many are turned away, and one when it is over, each time anew', async () => {
    const begun = 'the event store does not answer; requests are turned away until it does';
    const over = 'the event store answers again';
    expect([turnAway(), turnAway(), turnAway()]).toEqual([true, true, true]);
    expect(said).toEqual([begun]);
    isAway = false;
    await until('it is said to be over', () => said.length === 2);
    isAway = true;
    turnAway();
    expect(said).toEqual([begun, over, begun]);
  });

  it('of writes is not over because reads are answered', async () => {
    let takesWrites = false;
    let looks = 0;
    const standings = async () => {
      looks += 1;
      if (!takesWrites) throw new LeasesUnavailable('It takes no writes.');
      return [];
    };
    const adapters = { leases: { standings }, records: { get: async () => undefined } };
    const ofWrites = new Outages({ adapters } as unknown as System);
    ofWrites.note('records-unavailable', new LeasesUnavailable('It takes no writes.'), log);
    await until('it was looked', () => looks > 0);
    expect(said).toEqual([expect.stringContaining('does not answer')]);
    takesWrites = true;
    await until('it is said to be over', () => said.length === 2);
    ofWrites.onModuleDestroy();
  });

  it('is not what else goes wrong', () => {
    expect(outages.note('internal', new Error('a bug'), log)).toBe(false);
    expect(said).toEqual([]);
  });
});
