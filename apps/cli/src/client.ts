import { randomUUID } from 'node:crypto';
import type { WorkerStanding } from './caught-up';
import { problemDocument, Refused, type ProblemDocument } from './problem';

export type WorkProgress = Readonly<{ what: string; done: number; total?: number }>;

const brokenOff = (address: string): Refused =>
  new Refused(
    problemDocument({
      code: 'broken-off',
      title: 'Broken off',
      status: 503,
      detail: `Docket at ${address} went away before it said what came of it. What was recorded stays recorded; the same command again goes on from there.`,
    }),
  );

const asProblem = (text: string, status: number): ProblemDocument => {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return problemDocument({
      code: 'internal',
      title: 'Unreadable answer',
      status,
      detail: text.slice(0, 200),
    });
  }
};

/** Speaks to a running Docket as its operator. */
export class Client {
  constructor(
    private readonly address: string,
    private readonly secret: string,
  ) {}

  /** The bytes of a read. @throws Refused */
  async read(path: string): Promise<string> {
    const answer = await this.ask(path);
    const text = await this.orBrokenOff(() => answer.text());
    if (!answer.ok) throw new Refused(asProblem(text, answer.status));
    return text;
  }

  /** How it stands, ready or not. @throws Refused where it says nothing of that */
  async standing(): Promise<WorkerStanding> {
    const answer = await this.ask('/health/ready');
    const said = JSON.parse(await this.orBrokenOff(() => answer.text())) as WorkerStanding | ProblemDocument;
    if ('projection' in said) return said;
    throw new Refused(said);
  }

  /** A short piece of work that answers nothing. @throws Refused */
  async send(method: 'POST' | 'DELETE', path: string): Promise<void> {
    const answer = await this.ask(path, { method });
    if (!answer.ok) throw new Refused(asProblem(await this.orBrokenOff(() => answer.text()), answer.status));
  }

  /** A write under a key of its own; what it answers. @throws Refused */
  async write(path: string, body: object): Promise<string> {
    const answer = await this.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    const text = await this.orBrokenOff(() => answer.text());
    if (!answer.ok) throw new Refused(asProblem(text, answer.status));
    return text;
  }

  /** Long work, line by line; its result. @throws Refused */
  async work<T>(
    path: string,
    body: object,
    onProgress: (progress: WorkProgress) => void,
    type = 'application/json',
  ): Promise<T> {
    const answer = await this.ask(`/api/v1/operator/${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
    const { body: lines } = answer;
    if (!answer.ok || !lines)
      throw new Refused(asProblem(await this.orBrokenOff(() => answer.text()), answer.status));
    return this.orBrokenOff(() => this.resultOf<T>(lines, onProgress));
  }

  private async resultOf<T>(
    lines: ReadableStream<Uint8Array>,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<T> {
    for await (const line of linesOf(lines)) {
      const said = JSON.parse(line) as { progress?: WorkProgress; result?: T; problem?: ProblemDocument };
      if (said.progress) onProgress(said.progress);
      else if (said.problem) throw new Refused(said.problem);
      else return said.result as T;
    }
    throw brokenOff(this.address);
  }

  private ask(
    path: string,
    {
      headers = {},
      ...request
    }: Readonly<{ method?: string; headers?: Record<string, string>; body?: string }> = {},
  ): Promise<Response> {
    return this.orBrokenOff(() =>
      fetch(`${this.address}${path}`, {
        ...request,
        headers: { authorization: `Bearer ${this.secret}`, ...headers },
      }),
    );
  }

  /** A connection that breaks is a TypeError of fetch, whatever broke it. */
  private async orBrokenOff<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) throw brokenOff(this.address);
      throw error;
    }
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}
