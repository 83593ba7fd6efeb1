import type { EventStore } from '@docket/kernel';

/** A live command into a portfolio whose history is being imported: nothing was stored, and it can be sent again. */
export class ImportUnderWay extends Error {
  override readonly name = 'ImportUnderWay';

  /** `what` is imported, as a person would call it. */
  constructor(readonly what: string) {
    super(`${what} is being imported.`);
  }
}

/** Which portfolios history is being imported into, in this process. */
export class ImportsUnderWay {
  private readonly imports = new Map<string, string>();

  /** Notes that `what` is imported into a portfolio, and gives how to end that. @throws ImportUnderWay where one is under way */
  begin(portfolioId: string, what: string): Disposable {
    this.check(portfolioId);
    this.imports.set(portfolioId, what);
    return { [Symbol.dispose]: () => this.imports.delete(portfolioId) };
  }

  isInto(portfolioId: string): boolean {
    return this.imports.has(portfolioId);
  }

  /** @throws ImportUnderWay where an import into this portfolio is */
  check(portfolioId: string): void {
    const what = this.imports.get(portfolioId);
    if (what !== undefined) throw new ImportUnderWay(what);
  }
}

const byStore = new WeakMap<EventStore, ImportsUnderWay>();

/** The imports into the portfolios of a log that this process has opened. */
export const importsUnderWay = (store: EventStore): ImportsUnderWay => {
  const known = byStore.get(store) ?? new ImportsUnderWay();
  byStore.set(store, known);
  return known;
};
