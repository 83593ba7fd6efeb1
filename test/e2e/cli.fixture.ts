import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { flagsFor, main, env } = require('../../tools/run/server.cjs') as {
  flagsFor: (env: Readonly<Record<string, string | undefined>>) => readonly string[];
  main: (app: string) => string;
  env: Record<string, string>;
};

/** How a process ended, and what it said. */
export type Ended = Readonly<{
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  seconds: number;
}>;

/** What JSON.parse gives: tests look into it as scripts do. */
type Json = ReturnType<typeof JSON.parse>;

type Environment = Readonly<Record<string, string>>;

/** Nobody's settings reach a child but those it is given. */
const environment = (given: Environment): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  TMPDIR: tmpdir(),
  DOCKET_SAMPLE: 'off',
  ...env,
  ...given,
});

/** Children that have not ended: none outlives its tests. */
const alive = new Set<Child>();

/** A process of ours that is bound to end: killed when it takes longer than so many seconds. `under` is a command that becomes it. */
export class Child {
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';
  private readonly process: ChildProcess;
  private readonly watchers = new Set<() => void>();

  constructor(
    app: 'api' | 'cli' | 'worker',
    args: readonly string[],
    given: Environment,
    seconds = 60,
    uid?: number,
    under: readonly string[] = [],
  ) {
    const began = performance.now();
    const [program, ...words] = [...under, process.execPath];
    this.process = spawn(
      program,
      [...words, '--disable-warning=ExperimentalWarning', ...flagsFor({}), main(app), ...args],
      {
        env: environment(given),
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(uid === undefined ? {} : { uid }),
      },
    );
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      for (const watch of this.watchers) watch();
    });
    alive.add(this);
    const overdue = setTimeout(() => this.kill('SIGKILL'), seconds * 1_000);
    this.ended = new Promise((resolve) => {
      this.process.on('close', (code, signal) => {
        alive.delete(this);
        clearTimeout(overdue);
        const { stdout, stderr } = this;
        resolve({ code, signal, stdout, stderr, seconds: (performance.now() - began) / 1_000 });
        for (const watch of this.watchers) watch();
      });
    });
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Resolves when standard error says this. @throws Error when it ends first, or does not say it within so many seconds */
  async says(what: RegExp, seconds = 60): Promise<RegExpExecArray> {
    const overdue = setTimeout(() => this.kill('SIGKILL'), seconds * 1_000);
    try {
      for (;;) {
        const found = what.exec(this.stderr);
        if (found) return found;
        const end = this.process.exitCode ?? this.process.signalCode;
        if (end !== null) throw new Error(`It ended (${end}) without saying ${what.source}: ${this.stderr}`);
        await this.news();
      }
    } finally {
      clearTimeout(overdue);
    }
  }

  private news(): Promise<void> {
    return new Promise((resolve) => {
      const watch = () => {
        this.watchers.delete(watch);
        resolve();
      };
      this.watchers.add(watch);
    });
  }
}

/** `docket …` as people type it, in a process of its own. */
export const docket = (args: readonly string[], given: Environment = {}): Promise<Ended> =>
  new Child('cli', args, given).ended;

/** The one JSON document on standard output. */
export const documentOf = ({ stdout, stderr }: Ended): Json => {
  if (!stdout.endsWith('\n') || stdout.trimEnd().includes('\n'))
    throw new Error(`Not one line on standard output: ${JSON.stringify(stdout)}; it said ${stderr}`);
  return JSON.parse(stdout);
};

/** A running `npm start`, once it said that it is ready. */
export type Server = Readonly<{ child: Child; address: string; secret: string }>;

export const startServer = async (
  data: string,
  given: Environment = {},
  under: readonly string[] = [],
): Promise<Server> => {
  const child = new Child('api', [], { PORT: '0', DOCKET_DATA: data, ...given }, 600, undefined, under);
  const [, address = ''] = await child.says(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
  const { secret } = JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8')) as { secret: string };
  return { child, address, secret };
};

/** Ends a server as Ctrl-C does. */
export const stopServer = ({ child }: Server): Promise<Ended> => {
  child.kill('SIGTERM');
  return child.ended;
};

/** The session cookie of a sample person. */
export const sessionAt = async (address: string, person: string): Promise<string> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};

/** The JSON that a server answers. */
export const jsonAt = async (server: Pick<Server, 'address'>, path: string): Promise<Json> =>
  (await fetch(`${server.address}${path}`)).json();

/** A folder that is gone after the tests, with every process of theirs that a failure left behind. */
export class Place {
  readonly path = mkdtempSync(join(tmpdir(), 'docket-cli-'));

  at(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file; its path. */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  async remove(): Promise<void> {
    const left = [...alive];
    for (const child of left) child.kill('SIGKILL');
    await Promise.all(left.map(({ ended }) => ended));
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A small list: two years, one project that leaves, one that comes, one with too little, a row without a year. */
export const SMALL_LIST = `year,project_number,project_name,department,report_category,colour_rating,start_date,end_date,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG
2019,,Harbour Tunnel,DfT,,Green,2015-01-01,2022-12-31,100,101,900
2019,,Ledger Renewal,HMT,,Amber,2016-01-01,2021-12-31,40,44,120
2019,,Quiet Works,MOD,,,2016-01-01,2021-12-31,,,
2020,,Harbour Tunnel,DfT,,Amber/Red,2015-01-01,2023-12-31,110,150,1300
2020,,Coast Guard Fleet Replacement and Long-Term In-Service Support Programme for the Northern Waters,DfT,,Red,2018-01-01,2026-12-31,75,75,2100
,,Undated Thing,DfT,,Green,2015-01-01,2022-12-31,1,1,1
`;
