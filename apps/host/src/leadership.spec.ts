import type { Leases } from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import { FolderLeases, LeaseBook } from '@docket/read-model';
import { Leadership, pause, type Term } from './leadership';

const NOW = '2026-03-02T09:00:00.000Z';
const EVER = 'it cannot apply LampOrdered.v9';

const goesOn: Term = { failure: () => undefined, end: async () => undefined };
const fails: Term = { ...goesOn, failure: () => EVER };

describe('who leads', () => {
  let first: Leases;
  let second: Leases;
  let said: string[];
  let standing: Leadership[];
  beforeEach(() => {
    const book = new LeaseBook();
    first = new FolderLeases('first', () => NOW, book);
    second = new FolderLeases('second', () => NOW, book);
    [said, standing] = [[], []];
  });
  afterEach(async () => {
    for (const one of standing) await one.stop();
    await first.close();
    await second.close();
  });

  /** Leads one term after the other; the last of them goes on. */
  const stands = (leases: Leases, terms: readonly Term[], restMs = 600_000): Leadership => {
    const left = [...terms];
    const begin = () => left.shift() ?? goesOn;
    const rest = (stopping: AbortSignal) => pause(restMs, stopping);
    const office = { lease: 'projections', what: 'the projections', begin, rest };
    const leadership = new Leadership(leases, office, (what) => said.push(what));
    standing.push(leadership);
    leadership.start();
    return leadership;
  };
  const resigned = () =>
    until('the leader has resigned', async () => {
      const [one] = await first.standings();
      return one !== undefined && !one.leads && one;
    });

  it('and whose work fails, ends it, resigns, and tells whoever watches why', async () => {
    const ended: string[] = [];
    stands(first, [{ ...fails, end: async () => void ended.push('ended') }]);
    expect(await resigned()).toEqual({
      ...{ lease: 'projections', process: 'first', since: NOW, leads: false },
      ...{ silentSeconds: 0, resignedFor: EVER },
    });
    expect([ended, said]).toEqual([['ended'], ['leads the projections']]);
  });

  it('and is stopped, resigns for no reason that anybody has to know', async () => {
    const leadership = stands(first, []);
    await until('it leads', () => said.includes('leads the projections'));
    await leadership.stop();
    expect(await resigned()).not.toHaveProperty('resignedFor');
  });

  it('is followed by who stands by, and said so', async () => {
    const leader = stands(first, []);
    await until('one leads', () => said.length > 0);
    const other = stands(second, []);
    await until('the other stands by', () => other.standsBy);
    await leader.stop();
    await until('the other leads', () => !other.standsBy);
    expect(said).toEqual([
      'leads the projections',
      'stands by: another process leads the projections',
      'leads the projections',
    ]);
  });

  it('and has failed, tries anew after a rest', async () => {
    stands(first, [fails], 1);
    await until('it leads again', () => said.filter((one) => one === 'leads the projections').length === 2);
  });
});
