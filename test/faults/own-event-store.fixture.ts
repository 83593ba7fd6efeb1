import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** Below node_modules, so that what it needs is found from there. */
const BUILT = join(ROOT, 'node_modules/.cache/docket-protocol-server');

/** Compiles the protocol server for a process of its own; as quick as looking whether that was needed. */
const build = (): void => {
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const words = [
    'test/protocol-server',
    '--out-dir',
    BUILT,
    '--copy-files',
    '--strip-leading-paths',
    '--quiet',
  ];
  execFileSync(process.execPath, [swc, ...words], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
};

/** The protocol server in a process of its own, with its log in a file: to be killed and started again at the same address. */
export class OwnEventStore {
  private process: ChildProcess | undefined;
  private address = '';

  private constructor(private readonly file: string) {}

  static async start(file: string): Promise<OwnEventStore> {
    build();
    const made = new OwnEventStore(file);
    await made.startAgain();
    return made;
  }

  get url(): string {
    return this.address;
  }

  /** SIGKILL, as when its machine dies; resolves when it is gone. */
  async kill(): Promise<void> {
    const { process: running } = this;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  }

  /** Starts it on its file, at the port it had. */
  async startAgain(): Promise<void> {
    const port = this.address === '' ? '0' : (/:(\d+)/.exec(this.address.replace(/^\w+:/, ''))?.[1] ?? '0');
    const words = [join(BUILT, 'protocol-server/main.js'), port, this.file];
    this.process = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const said of this.process.stdout ?? []) {
      this.address = String(said).trim();
      break;
    }
    if (this.address === '') throw new Error('The protocol server ended without saying where it answers.');
    this.process.stdout?.resume();
  }

  stop(): Promise<void> {
    return this.kill();
  }
}
