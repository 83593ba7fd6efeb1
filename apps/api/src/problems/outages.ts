import { SYSTEM, type System } from '@docket/host';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import type { ProblemCode } from './problem-kinds';

/** How often it is looked whether an outage is over, in milliseconds. */
const LOOK_MS = 1_000;

type Outage = { turnedAway: number; readonly log: FastifyBaseLogger; readonly watch: NodeJS.Timeout };
type Probe = Readonly<{ what: string; answers: () => Promise<unknown> }>;

/** Says in the log of the server once that something behind it does not answer, and once that it does again. */
@Injectable()
export class Outages implements OnModuleDestroy {
  private readonly under = new Map<ProblemCode, Outage>();
  private readonly probes: Readonly<Partial<Record<ProblemCode, Probe>>>;

  /** Leases are kept beside what is read and beside the records, and are seen only where writes are taken: a read tells nothing of those. */
  constructor(@Inject(SYSTEM) { adapters, live }: Pick<System, 'adapters' | 'live'>) {
    this.probes = {
      'store-unavailable': { what: 'the event store', answers: () => adapters.store.head() },
      'read-model-unavailable': {
        what: 'the read model',
        answers: () => Promise.all([live.current().checkpoint(), adapters.leases.standings()]),
      },
      'records-unavailable': {
        what: 'what is kept beside the log',
        answers: () => Promise.all([adapters.records.get('outage', 'probe'), adapters.leases.standings()]),
      },
    };
  }

  /** Notes a request that was turned away by an outage; false where the problem is none. */
  note(code: ProblemCode, error: unknown, log: FastifyBaseLogger): boolean {
    const probe = this.probes[code];
    if (!probe) return false;
    const known = this.under.get(code);
    if (known) known.turnedAway += 1;
    else this.begin(code, probe, error, log);
    return true;
  }

  onModuleDestroy(): void {
    for (const { watch } of this.under.values()) clearInterval(watch);
    this.under.clear();
  }

  private begin(code: ProblemCode, probe: Probe, error: unknown, log: FastifyBaseLogger): void {
    log.error({ err: error, code }, `${probe.what} does not answer; requests are turned away until it does`);
    const look = () => void this.look(code, probe);
    this.under.set(code, { turnedAway: 1, log, watch: setInterval(look, LOOK_MS).unref() });
  }

  private async look(code: ProblemCode, { what, answers }: Probe): Promise<void> {
    const isBack = await answers().then(
      () => true,
      () => false,
    );
    const outage = this.under.get(code);
    if (!isBack || !outage) return;
    clearInterval(outage.watch);
    this.under.delete(code);
    outage.log.warn({ code, turnedAway: outage.turnedAway }, `${what} answers again`);
  }
}
