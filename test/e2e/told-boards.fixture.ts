import { until } from '@docket/kernel/testing';
import { Caller, type Answer, type Loose, type TestDocket } from './docket.fixture';
import { MovedClock } from './moved-clock.fixture';
import { inShort } from './problem.fixture';

const DAY_MS = 86_400_000;
const AUDITOR = 'p-anna';

/** An answer as it was given on a day of the story, with the token of its moment. */
export type Kept = Readonly<{ day: number; path: string; token: string; text: string }>;

/**
 * A town whose boards decide: its things by name, the day it is, and every answer an auditor was given. Each night the office closes; a day begins
 * with the clock moved and everything started again.
 */
export class ToldBoards {
  /** Ids by what each thing is called in the story. */
  readonly id: Record<string, string> = {};
  readonly kept: Kept[] = [];
  today = 0;
  private readonly clock = new MovedClock();
  private readonly first = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 9 * 3_600_000;
  private readonly sessions = new Map<string, Caller>();
  private docket: TestDocket | undefined;

  /** `start` starts the same installation again and again. */
  constructor(private readonly start: () => Promise<TestDocket>) {}

  /** Nine in the morning of a day of the story; its first is tomorrow. */
  async begins(day: number): Promise<void> {
    await this.docket?.stop();
    this.sessions.clear();
    this.today = day;
    this.clock.moveTo(this.instantOf(day));
    this.docket = await this.start();
  }

  /** It is that very instant, and nothing is started again. */
  standsAt(instant: string): void {
    this.sessions.clear();
    this.clock.standAt(instant);
  }

  /** Nothing is left, and it is what the machine's clock says. */
  async ends(): Promise<void> {
    this.clock.putBack();
    await this.docket?.stopAndForget();
  }

  instantOf(day: number): string {
    return new Date(this.first + day * DAY_MS).toISOString();
  }

  dateOf(day: number): string {
    return this.instantOf(day).slice(0, 10);
  }

  get now(): TestDocket {
    if (!this.docket) throw new Error('No day of the story has begun.');
    return this.docket;
  }

  private async as(person: string): Promise<Caller> {
    const known = this.sessions.get(person) ?? (await this.now.as(person));
    this.sessions.set(person, known);
    return known;
  }

  /** The path of a thing, with the names of the story in braces. */
  aimed(path: string): string {
    return `/api/v1/${path}`.replace(/\{([\w, ]+)\}/g, (_, name: string) => {
      const id = this.id[name];
      if (id === undefined) throw new Error(`The story has no "${name}".`);
      return id;
    });
  }

  /** What a thing is called in the story. */
  nameOf(id: string): string {
    return Object.keys(this.id).find((name) => this.id[name] === id) ?? id;
  }

  async asks(person: string, path: string, body: object = {}): Promise<Answer> {
    return (await this.as(person)).post(this.aimed(path), body);
  }

  /** What a person does, and may. */
  async does(person: string, path: string, body: object = {}): Promise<Loose> {
    const answer = await this.asks(person, path, body);
    if (answer.status >= 300) throw new Error(`${person} ${path}: ${answer.text}`);
    return answer.body;
  }

  /** What a person makes, kept under its name. */
  async makes(name: string, person: string, path: string, body: object): Promise<void> {
    this.id[name] = (await this.does(person, path, body)).id;
  }

  /** What a person is answered who is refused; of them nothing is stored, whatever the processes note meanwhile. */
  async refusal(person: string, path: string, body: object = {}, method = 'POST'): Promise<Answer> {
    const before = await this.events();
    const answer = await (await this.as(person)).write(method, this.aimed(path), body);
    for (let number = before + 1; number <= (await this.events()); number += 1) {
      const { actor, type } = await this.reads(`events/${number}`);
      if (!actor.startsWith('process:'))
        throw new Error(`${answer.status} to ${person}, and ${type} is stored.`);
    }
    return answer;
  }

  /** The same, in short. */
  async isRefused(person: string, path: string, body: object = {}, method = 'POST'): Promise<string> {
    return inShort(await this.refusal(person, path, body, method));
  }

  /** How many events there are by now. */
  private async events(): Promise<number> {
    return (await this.reads('portfolios')).asOf.number;
  }

  private head(): Promise<string | undefined> {
    return this.now.running.system.adapters.store.head();
  }

  /** What the auditor reads now, all that is recorded by now included. */
  async reads(path: string): Promise<Loose> {
    const { status, text, body } = await this.answers(path);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return body;
  }

  private async answers(path: string): Promise<Answer> {
    const after = `${path.includes('?') ? '&' : '?'}after=${await this.head()}`;
    return (await this.as(AUDITOR)).get(`${this.aimed(path)}${after}`);
  }

  /** Waits for what follows by itself: what is read is so by then. */
  comesToBe(what: string, path: string, isSo: (body: Loose) => boolean): Promise<Loose> {
    return until(what, async () => {
      const { status, body } = await this.answers(path);
      return status === 200 && isSo(body) && body;
    });
  }

  /** Asked by the auditor, and kept for a year. */
  async auditorAsks(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const { status, text, body } = await this.answers(path);
      if (status !== 200) throw new Error(`${path}: ${text}`);
      this.kept.push({ day: this.today, path: this.aimed(path), token: body.asOf.token, text });
    }
  }

  /** The same question once more, as of a token, a number or a day. */
  async again(path: string, asOf: string): Promise<Answer> {
    return (await this.as(AUDITOR)).get(`${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}`);
  }

  /** What is known of the end of a day of the story. */
  async endOf(day: number, path: string): Promise<Loose> {
    const { status, text, body } = await this.again(this.aimed(path), this.dateOf(day));
    if (status !== 200) throw new Error(`${path} as of day ${day}: ${text}`);
    return body;
  }
}
