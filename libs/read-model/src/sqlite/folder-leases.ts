import { Deposed, type Fence, type Lead, type LeaseStanding, type Leases } from '@docket/kernel';

type Entry = { number: number; holder: string; process: string; since: string; resignedFor?: string };

/** Whoever owns a data folder leads in it: leases are kept in the memory of that process, and end with it. */
export class LeaseBook {
  private readonly entries = new Map<string, Entry>();

  of(lease: string): Entry | undefined {
    return this.entries.get(lease);
  }

  keep(lease: string, entry: Entry): void {
    this.entries.set(lease, entry);
  }

  /** @throws Deposed unless this lead has neither ended nor a successor */
  check({ lease, number, holder }: Fence): void {
    const entry = this.entries.get(lease);
    if (entry?.number !== number || entry.holder !== holder)
      throw new Deposed(`Lead ${number} of ${lease} has ended: nothing was written.`);
  }

  standings(): readonly LeaseStanding[] {
    return [...this.entries]
      .map(([lease, { process, since, holder, resignedFor }]) => ({
        lease,
        process,
        since,
        leads: holder !== '',
        silentSeconds: 0,
        ...(resignedFor === undefined ? {} : { resignedFor }),
      }))
      .sort((a, b) => (a.lease < b.lease ? -1 : 1));
  }
}

class FolderLead implements Lead {
  private readonly ending = new AbortController();

  constructor(
    private readonly book: LeaseBook,
    readonly fence: Fence,
    private readonly entry: Entry,
  ) {}

  get lost(): AbortSignal {
    return this.ending.signal;
  }

  async resign(why?: string): Promise<void> {
    if (this.ending.signal.aborted) return;
    this.ending.abort(new Deposed(`The lead of ${this.fence.lease} was given up.`));
    const { number, process, since } = this.entry;
    const reason = why === undefined ? {} : { resignedFor: why };
    this.book.keep(this.fence.lease, { number, holder: '', process, since, ...reason });
  }
}

let leads = 0;

/** The leases of a data folder as one part of its owner sees them. */
export class FolderLeases implements Leases {
  private readonly held = new Set<Lead>();

  /** `process` is what standings call this one; `now` gives the instant. */
  constructor(
    private readonly process: string,
    private readonly now: () => string,
    private readonly book = new LeaseBook(),
  ) {}

  async take(lease: string): Promise<Lead | undefined> {
    const former = this.book.of(lease);
    if (former !== undefined && former.holder !== '') return undefined;
    const holder = String((leads += 1));
    const number = (former?.number ?? 0) + 1;
    const entry = { number, holder, process: this.process, since: this.now() };
    this.book.keep(lease, entry);
    const lead = new FolderLead(this.book, { lease, number, holder }, entry);
    this.held.add(lead);
    return lead;
  }

  async standings(): Promise<readonly LeaseStanding[]> {
    return this.book.standings();
  }

  async close(): Promise<void> {
    for (const lead of this.held) await lead.resign();
  }
}
