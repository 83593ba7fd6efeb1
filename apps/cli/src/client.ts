/** A problem document, as the API gives it. */
export type ProblemDocument = Readonly<{ type: string; title: string; status: number; code: string; detail: string }>;

/** Docket said no, or found something wrong. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
  }
}

export type WorkProgress = Readonly<{ what: string; done: number; total?: number }>;

const asProblem = (text: string, status: number): ProblemDocument => {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return { type: 'urn:docket:problem:internal', title: 'Unreadable answer', status, code: 'internal', detail: text.slice(0, 200) };
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
    const answer = await fetch(`${this.address}${path}`, { headers: this.headers() });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(asProblem(text, answer.status));
    return text;
  }

  /** Long work, line by line; its result. @throws Refused */
  async work<T>(path: string, body: object, onProgress: (progress: WorkProgress) => void, type = 'application/json'): Promise<T> {
    const answer = await fetch(`${this.address}/api/v1/operator/${path}`, {
      method: 'POST',
      headers: { ...this.headers(), 'content-type': type },
      body: JSON.stringify(body),
    });
    if (!answer.ok || !answer.body) throw new Refused(asProblem(await answer.text(), answer.status));
    for await (const line of linesOf(answer.body)) {
      const said = JSON.parse(line) as { progress?: WorkProgress; result?: T; problem?: ProblemDocument };
      if (said.progress) onProgress(said.progress);
      else if (said.problem) throw new Refused(said.problem);
      else return said.result as T;
    }
    throw new Error('Docket broke off before it said what came of it. Ask again; what was recorded stays recorded.');
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.secret}` };
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
