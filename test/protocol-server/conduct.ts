import type { AppendResp } from '@eventstore/db-client/generated/streams_pb';
import { status, type Deadline, type sendUnaryData } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { accessDenied, handlerThrew, serverNotReady, type Failure } from './failures';
import { confirmation, empty } from './messages';
import { fail, send, type ReadCall } from './read';

/** How a server can misbehave in what it answers; how its connections can is in `front.ts`. */
export const ANSWERING = [
  'silent',
  'mutes-subscriptions',
  'looks-slowly',
  'repeats-events',
  'ends-subscriptions',
  'drops-live-subscribers',
  'dies-mid-answer',
  'commits-late',
  'writes-broken-off-batches',
  'fails-capabilities-once',
  'corrupt-answers',
  'acknowledges-then-silent',
  'not-ready',
  'refuses-credentials',
] as const;

export type Answering = (typeof ANSWERING)[number];

type Unary<Call, Answer> = (call: Call, answer: sendUnaryData<Answer>) => void;

/** How long a page takes where a server looks slowly. */
const PAGE_MS = 5;

const NO_MESSAGE = Buffer.from([0xff, 0xff, 0xff, 0xff]);

/** What a server does instead of what it should, for as long as it is told to. */
export class Conduct {
  private way: Answering | undefined;
  private failuresLeft = 0;
  private readonly underWay = new Set<string>();
  /** How many calls of any kind came in. */
  calls = 0;
  /** How long the client of each append said it would let it take, in milliseconds; `Infinity` where it said nothing. */
  readonly allowances: number[] = [];
  /** Breaks every connection. */
  cut: () => void = () => undefined;
  /** Ends every subscription. */
  drop: (how: 'consumer-too-slow' | 'ended') => void = () => undefined;

  /** @param lateMs how long a commit takes where it is late */
  constructor(private readonly lateMs = 400) {}

  be(way: Answering | undefined): void {
    this.way = way;
    this.failuresLeft = way === 'fails-capabilities-once' ? 1 : 0;
    if (way === 'ends-subscriptions') this.drop('ended');
  }

  is(way: Answering): boolean {
    return this.way === way;
  }

  /** A handler of a call with one answer. */
  unary<Call, Answer>(handler: Unary<Call, Answer>): Unary<Call, Answer> {
    return (call, answer) => {
      this.calls += 1;
      const failure = this.refusal();
      if ((this.isSilent() || failure !== undefined) && call instanceof Readable) call.resume();
      if (failure !== undefined) return answer(failure);
      if (this.isSilent()) return;
      if (this.is('dies-mid-answer')) return handler(call, () => this.cut());
      handler(call, (...answered) => {
        answer(...answered);
        if (this.is('drops-live-subscribers')) this.drop('consumer-too-slow');
      });
    };
  }

  /** The handler of appends. */
  appending<Call extends Readonly<{ getDeadline(): Deadline }>>(
    handler: Unary<Call, AppendResp>,
  ): Unary<Call, AppendResp> {
    const unary = this.unary(handler);
    return (call, answer) => {
      this.allowances.push(Number(call.getDeadline()) - Date.now());
      if (!this.is('acknowledges-then-silent')) return unary(call, answer);
      handler(call, (error, appended, ...rest) => {
        appended?.getSuccess()?.setNoPosition(empty());
        answer(error, appended, ...rest);
      });
    };
  }

  /**
   * Whether a batch may be written, when its time has come: a late one is written after its writer was cut off. As in a
   * real server a second copy of a batch that is under way is dropped.
   */
  async admit(ids: readonly string[], isBrokenOff: boolean): Promise<boolean> {
    if (isBrokenOff && !this.is('writes-broken-off-batches')) return false;
    if (ids.some((id) => this.underWay.has(id))) return false;
    if (!this.is('commits-late')) return true;
    for (const id of ids) this.underWay.add(id);
    this.cut();
    await delay(this.lateMs);
    for (const id of ids) this.underWay.delete(id);
    return true;
  }

  /** What a subscription waits for after each page of the log that it has looked at. */
  async paced(): Promise<void> {
    if (this.is('looks-slowly')) await delay(PAGE_MS);
  }

  /** The handler that says what the server can do. */
  capabilities<Call, Answer>(handler: Unary<Call, Answer>): Unary<Call, Answer> {
    return this.unary((call, answer) => {
      if (this.failuresLeft === 0) return handler(call, answer);
      this.failuresLeft -= 1;
      answer({ ...handlerThrew(), code: status.INTERNAL });
    });
  }

  /** A handler of reads and subscriptions. */
  reading(handler: (call: ReadCall) => void): (call: ReadCall) => void {
    return (call) => {
      this.calls += 1;
      this.overhear(call);
      const failure = this.refusal();
      if (failure !== undefined) return fail(call, failure);
      if (this.isSilent()) return;
      const isSubscription = call.request.getOptions()?.hasSubscription() ?? false;
      if (this.is('ends-subscriptions') && isSubscription)
        return void send(call, confirmation(randomUUID())).then(() => call.end());
      handler(call);
    };
  }

  /** An answer as bytes. */
  serialized<Answer>(serialize: (answer: Answer) => Buffer): (answer: Answer) => Buffer {
    return (answer) => (this.is('corrupt-answers') ? NO_MESSAGE : serialize(answer));
  }

  /**
   * A silent server swallows what it would say, a dying one dies after the first event. A call in which something was
   * swallowed stays mute: no server leaves out a part and goes on.
   */
  private overhear(call: ReadCall): void {
    const write = call.write.bind(call);
    const end = call.end.bind(call);
    const isSubscription = call.request.getOptions()?.hasSubscription() ?? false;
    let isMute = false;
    const isSwallowed = (): boolean => {
      isMute ||= this.isSilent() || (isSubscription && this.is('mutes-subscriptions'));
      return isMute;
    };
    call.write = (message: Parameters<typeof write>[0]) => {
      if (isSwallowed()) return true;
      if (this.is('dies-mid-answer') && message.hasEvent()) setImmediate(() => this.cut());
      if (this.is('repeats-events') && isSubscription && message.hasEvent()) write(message);
      return write(message);
    };
    call.end = () => {
      if (isSwallowed()) return call;
      if (this.is('dies-mid-answer')) setImmediate(() => this.cut());
      else end();
      return call;
    };
  }

  private isSilent(): boolean {
    return this.is('silent') || this.is('acknowledges-then-silent');
  }

  private refusal(): Failure | undefined {
    if (this.is('not-ready')) return serverNotReady();
    return this.is('refuses-credentials') ? accessDenied() : undefined;
  }
}
