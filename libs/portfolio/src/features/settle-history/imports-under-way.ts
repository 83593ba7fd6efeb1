import type { Clock, EventStore, Lead, Leases } from '@docket/kernel';

/** A live command into a portfolio whose history is being imported: nothing was stored, and it can be sent again. */
export class ImportUnderWay extends Error {
  override readonly name = 'ImportUnderWay';

  /** `what` is imported, as a person would call it. */
  constructor(readonly what: string) {
    super(`${what} is being imported.`);
  }
}

/** Where processes of an installation tell each other whose history is in hand. */
export type SharedHistories = Readonly<{ leases: Pick<Leases, 'take'>; clock: Clock }>;

/** What an import leads, and whoever settles. */
const leaseOf = (portfolioId: string): string => `history/${portfolioId}`;

/** Settling takes milliseconds: so long it is waited for before it counts as an import, in milliseconds. */
const SETTLING_MS = 1_500;
const LOOK_MS = 50;

/** Which portfolios history is being imported into: in this process, and where histories are shared, in any. */
export class ImportsUnderWay {
  private readonly imports = new Map<string, string>();
  private shared: SharedHistories | undefined;

  /** From now on other processes of the installation are asked, too. */
  shareBy(shared: SharedHistories): void {
    this.shared = shared;
  }

  /** Whether other processes may import, too. */
  get isShared(): boolean {
    return this.shared !== undefined;
  }

  /** Has `what` imported into a portfolio while nobody else imports into it or settles it. @throws ImportUnderWay */
  async alone<T>(portfolioId: string, what: string, work: () => Promise<T>): Promise<T> {
    using _ = this.begin(portfolioId, what);
    return await this.holding(portfolioId, work);
  }

  /** Has the history of a portfolio settled while nobody imports into it. @throws ImportUnderWay */
  async settling<T>(portfolioId: string, work: () => Promise<T>): Promise<T> {
    return await this.holding(portfolioId, work);
  }

  /** Notes that `what` is imported into a portfolio, and gives how to end that. @throws ImportUnderWay where one is under way */
  begin(portfolioId: string, what: string): Disposable {
    this.check(portfolioId);
    this.imports.set(portfolioId, what);
    return { [Symbol.dispose]: () => this.imports.delete(portfolioId) };
  }

  isInto(portfolioId: string): boolean {
    return this.imports.has(portfolioId);
  }

  /** @throws ImportUnderWay where an import into this portfolio is under way in this process */
  check(portfolioId: string): void {
    const what = this.imports.get(portfolioId);
    if (what !== undefined) throw new ImportUnderWay(what);
  }

  private async holding<T>(portfolioId: string, work: () => Promise<T>): Promise<T> {
    const lead = this.shared && (await taken(this.shared, leaseOf(portfolioId)));
    try {
      return await work();
    } finally {
      await lead?.resign();
    }
  }
}

const taken = async ({ leases, clock }: SharedHistories, lease: string): Promise<Lead> => {
  for (const end = clock.elapsed() + SETTLING_MS; ;) {
    const lead = await leases.take(lease);
    if (lead) return lead;
    if (clock.elapsed() >= end) throw new ImportUnderWay('The history of this portfolio');
    await clock.pause(LOOK_MS);
  }
};

const byStore = new WeakMap<EventStore, ImportsUnderWay>();

/** The imports into the portfolios of a log that this process has opened; `shareBy` makes them those of all processes. */
export const importsUnderWay = (store: EventStore): ImportsUnderWay => {
  const known = byStore.get(store) ?? new ImportsUnderWay();
  byStore.set(store, known);
  return known;
};
