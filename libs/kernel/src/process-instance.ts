import { open } from './envelope';
import { streamName, type StoredEvent } from './event-store.port';
import type { Event } from './messages';
import type { Recorded } from './envelope';
import type { Outgoing, Process, ProcessCommand, StepOutcome } from './process';
import { derivedUuid } from './ids';
import { byCodeUnits } from './order';
import { digestOfBody, type Receipt, type Request } from './request';
import { loadState } from './gather';
import { runCommand } from './run-command';
import type { CommandRuntime } from './runtime';
import type { Refused } from './decider';
import type { Instant } from './time';

/** Sends one outgoing command where it belongs, under the request it is given. */
export type Dispatch<O extends Outgoing> = (
  outgoing: O,
  request: Request,
) => Promise<Pick<Receipt, 'outcome'> | Refused<string>>;

/** Where the request of a process comes from: the event that made it necessary. */
type Cause = Readonly<{ id: string; correlationId: string }>;

/** What the instances of one process do, each step found again in its stream: safe to repeat from anywhere. */
export class ProcessInstances<S, Trigger extends Event, E extends Event, O extends Outgoing> {
  constructor(
    private readonly runtime: CommandRuntime,
    private readonly process: Process<S, Trigger, E, O>,
    private readonly dispatch: Dispatch<O>,
  ) {}

  /** Tells the instance of an event; told again, it knows. Returns the instance's id. */
  async notice(event: Recorded<Trigger>): Promise<string> {
    const id = this.process.instanceOf(event);
    const cause = { id: event.id, correlationId: event.meta.correlationId };
    await this.tell(id, this.request('notice', event.id, { event: event.id }, cause), {
      type: 'Notice',
      data: { event },
    });
    return id;
  }

  /** Sends what is pending and due, and records how each step ended; returns when the next of what is left is due. */
  async settle(id: string): Promise<Instant | undefined> {
    for (;;) {
      const pending = this.process.pending(await loadState(this.runtime, this.process.aggregate, id));
      const now = this.runtime.clock.now();
      const next = pending.find(({ due }) => due === undefined || due <= now);
      if (!next) return earliest(pending);
      await this.carryOut(id, next);
    }
  }

  private async carryOut(id: string, outgoing: O): Promise<void> {
    const { step, operation, data } = outgoing;
    const stream = streamName(this.runtime.store.installation, this.process.aggregate.category, id);
    const cause = await this.causeOf(stream);
    const key = derivedUuid(stream, step);
    const result = await this.dispatch(outgoing, this.request(operation, key, data, cause));
    const ended: StepOutcome =
      result.outcome === 'accepted'
        ? { step, outcome: 'accepted' }
        : { step, outcome: 'refused', code: result.refusal.code };
    await this.tell(id, this.request('end-step', key, { step }, cause), { type: 'EndStep', data: ended });
    const left = this.process.pending(await loadState(this.runtime, this.process.aggregate, id));
    if (left.some((one) => one.step === step))
      throw new StepNotEnded(`${stream}: "${step}" is pending after its end.`);
  }

  /** The beginning of the instance's own stream: why it acts, and in whose conversation. */
  private async causeOf(stream: string): Promise<Cause> {
    const [first] = await this.runtime.store.read(stream, { from: 0, limit: 1 });
    if (!first) throw new StepNotEnded(`${stream}: a step is pending that no event asks for.`);
    return causeIn(first);
  }

  private async tell(id: string, request: Request, command: ProcessCommand<Trigger>): Promise<void> {
    const told = await runCommand(this.runtime, this.process.aggregate, id, request, () => command);
    if (told.outcome === 'refused')
      throw new StepNotEnded(`${this.process.name} ${id}: ${told.refusal.message}`);
  }

  private request(operation: string, key: string, body: object, cause: Cause): Request {
    return {
      actor: `process:${this.process.name}`,
      authentication: 'process',
      operation,
      key,
      bodyDigest: digestOfBody(body),
      correlationId: cause.correlationId,
      causationId: cause.id,
      origin: 'live',
    };
  }
}

const earliest = (pending: readonly Outgoing[]): Instant | undefined =>
  pending.flatMap(({ due }) => (due === undefined ? [] : [due])).sort(byCodeUnits)[0];

const causeIn = (stored: StoredEvent): Cause => {
  const { id, meta } = open(stored);
  return { id, correlationId: meta.correlationId };
};

/** A process does not keep its own rules: a step that does not end, or a refusal of its own notice. A bug. */
export class StepNotEnded extends Error {
  override readonly name = 'StepNotEnded';
}
