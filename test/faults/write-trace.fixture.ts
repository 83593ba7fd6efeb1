import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a process did to files below a folder, and what it answered over its sockets, in the order in which it did it. */
export type Step =
  | Readonly<{ kind: 'write'; path: string; at: number; bytes: Buffer }>
  | Readonly<{ kind: 'resize'; path: string; size: number }>
  | Readonly<{ kind: 'sync'; path: string }>
  | Readonly<{ kind: 'make'; path: string; isFolder: boolean }>
  | Readonly<{ kind: 'move'; path: string; to: string }>
  | Readonly<{ kind: 'remove'; path: string }>
  | Readonly<{ kind: 'answer'; text: string }>;

const CALLS =
  'openat,copy_file_range,sendfile,write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir';

/** The command that becomes another and writes down every such call of it, with all bytes, into a file. */
export const tracedInto = (file: string): readonly string[] =>
  [
    ...['strace', '-D', '-f', '-y', '-qq', '-xx', '-s', '1000000', '--seccomp-bpf', '-e', 'signal=none'],
    ...['-e', `trace=${CALLS}`, '-o', file],
  ] as const;

/** Installs strace where it is missing and this user may. @throws Error that says what to install */
export const needStrace = (): void => {
  if (spawnSync('strace', ['--version']).status === 0) return;
  try {
    process.stderr.write('faults: installing strace\n');
    for (const words of [['update', '-qq'], 'install -y -qq --no-install-recommends strace'.split(' ')])
      execFileSync('apt-get', words, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
  } catch (cause) {
    throw new Error(
      'Un-synced writes cannot be traced: strace is not here and could not be installed. Install the package strace (5.3 or later), or run this as root where apt-get works.',
      { cause },
    );
  }
};

const TEXT = /((?:\\x[0-9a-f]{2})*)/.source;
const FILE = `(\\d+)<${TEXT}>`;
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const textOf = (hex: string): string => bytesOf(hex).toString('utf8');

/** One call, whole, by its name. A call that has no reader here, or failed, is no step. */
type Reader = Readonly<{ form: RegExp; steps: (found: readonly string[], trace: Trace) => readonly Step[] }>;

/** Two paths of a call that may name the folder each is in. */
const PATHS = new RegExp(`"${TEXT}"`, 'g');
const pathsIn = (words: string): readonly string[] =>
  [...words.matchAll(PATHS)].map(([, hex]) => textOf(hex ?? ''));

const VECTOR = new RegExp(`iov_base="${TEXT}"`, 'g');
const vectorOf = (words: string): Buffer =>
  Buffer.concat([...words.matchAll(VECTOR)].map(([, hex]) => bytesOf(hex ?? '')));

const READERS: Readonly<Record<string, Reader>> = {
  openat: {
    form: new RegExp(`^(.*) = ${FILE}$`),
    steps: ([, words = '', fd = '', path = ''], trace) => trace.opened(words, Number(fd), textOf(path)),
  },
  pwrite64: {
    form: new RegExp(`^${FILE}, "${TEXT}", \\d+, (\\d+)\\) = (\\d+)$`),
    steps: ([, , path = '', bytes = '', at, count]) => [
      { kind: 'write', path: textOf(path), at: Number(at), bytes: bytesOf(bytes).subarray(0, Number(count)) },
    ],
  },
  write: {
    form: new RegExp(`^${FILE}, "${TEXT}", \\d+\\) = (\\d+)$`),
    steps: ([, fd, path = '', bytes = '', count], trace) =>
      trace.written(Number(fd), textOf(path), bytesOf(bytes).subarray(0, Number(count))),
  },
  writev: {
    form: new RegExp(`^${FILE}, (\\[.*\\]), \\d+\\) = (\\d+)$`),
    steps: ([, fd, path = '', vector = '', count], trace) =>
      trace.written(Number(fd), textOf(path), vectorOf(vector).subarray(0, Number(count))),
  },
  copy_file_range: {
    form: new RegExp(`^${FILE}, [^,]+, ${FILE}, [^,]+, \\d+, 0\\) = (\\d+)$`),
    steps: ([, , from = '', fd, path = '', count], trace) =>
      trace.copied(textOf(from), Number(fd), textOf(path), Number(count)),
  },
  sendfile: {
    form: new RegExp(`^${FILE}, ${FILE}, [^,]+, \\d+\\) = (\\d+)$`),
    steps: ([, fd, path = '', , from = '', count], trace) =>
      trace.copied(textOf(from), Number(fd), textOf(path), Number(count)),
  },
  ftruncate: {
    form: new RegExp(`^${FILE}, (\\d+)\\) = 0$`),
    steps: ([, , path = '', size]) => [{ kind: 'resize', path: textOf(path), size: Number(size) }],
  },
  fsync: {
    form: new RegExp(`^${FILE}\\) = 0$`),
    steps: ([, , path = '']) => [{ kind: 'sync', path: textOf(path) }],
  },
  rename: {
    form: /^(.*)\) = 0$/,
    steps: ([, words = '']) => {
      const [path = '', to = ''] = pathsIn(words);
      return [{ kind: 'move', path, to }];
    },
  },
  unlink: {
    form: /^(.*)\) = 0$/,
    steps: ([, words = '']) => pathsIn(words).map((path) => ({ kind: 'remove', path })),
  },
  mkdir: {
    form: /^(.*)\) = 0$/,
    steps: ([, words = '']) => pathsIn(words).map((path) => ({ kind: 'make', path, isFolder: true })),
  },
};

const SAME_AS: Readonly<Record<string, string>> = {
  fdatasync: 'fsync',
  renameat: 'rename',
  renameat2: 'rename',
  unlinkat: 'unlink',
  rmdir: 'unlink',
  mkdirat: 'mkdir',
};

/** Calls that nobody here makes: should somebody, the trace would not be whole. */
const UNREADABLE = new Set(['pwritev', 'pwritev2', 'fallocate']);

/** Reads what strace wrote; calls of several threads that overlap count where they ended. */
class Trace {
  private readonly begun = new Map<string, string>();
  private readonly known = new Set<string>();
  private readonly offsets = new Map<number, number>();

  constructor(private readonly folder: string) {}

  stepsOf(line: string): readonly Step[] {
    const call = this.whole(line);
    const [, name = '', rest = ''] = /^(\w+)\((.*)$/.exec(call ?? '') ?? [];
    const reader = READERS[SAME_AS[name] ?? name];
    const found = reader?.form.exec(rest.replace(/\)\s+= /, ') = '));
    const steps = found && reader ? reader.steps(found, this) : [];
    if (UNREADABLE.has(name)) throw new Error(`The trace holds ${name}, which is not read here.`);
    for (const step of steps) {
      if (step.kind === 'remove' || step.kind === 'move') this.known.delete(step.path);
      if (step.kind === 'move') this.known.add(step.to);
    }
    return steps.filter((step) => step.kind === 'answer' || this.isOurs(step.path));
  }

  opened(words: string, fd: number, path: string): readonly Step[] {
    this.offsets.set(fd, 0);
    const isNew = words.includes('O_CREAT') && !this.known.has(path);
    this.known.add(path);
    if (isNew) return [{ kind: 'make', path, isFolder: false }];
    return words.includes('O_TRUNC') ? [{ kind: 'resize', path, size: 0 }] : [];
  }

  written(fd: number, path: string, bytes: Buffer): readonly Step[] {
    if (/^(socket|TCP)/.test(path)) return [{ kind: 'answer', text: bytes.toString('latin1') }];
    const at = this.offsets.get(fd) ?? 0;
    this.offsets.set(fd, at + bytes.length);
    return [{ kind: 'write', path, at, bytes }];
  }

  /** What is copied here lies where it was, unchanged, from its beginning. */
  copied(from: string, fd: number, path: string, count: number): readonly Step[] {
    const at = this.offsets.get(fd) ?? 0;
    return this.written(fd, path, readFileSync(from).subarray(at, at + count));
  }

  /** A call on one line; the first half of one that another thread interrupted is kept for the second. */
  private whole(line: string): string | undefined {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (call.endsWith(' <unfinished ...>')) {
      this.begun.set(thread, call.slice(0, -' <unfinished ...>'.length));
      return undefined;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call);
    return resumed ? `${this.begun.get(thread) ?? ''}${resumed[1] ?? ''}` : call;
  }

  /** The shared memory beside a database is made anew by whoever opens it first after a crash. */
  private isOurs(path: string): boolean {
    return (path.startsWith(`${this.folder}/`) || path === this.folder) && !path.endsWith('-shm');
  }
}

/** The steps of a trace that concern files below `folder`, which lies there before it begins, and all answers. */
export const readTrace = async (file: string, folder: string): Promise<readonly Step[]> => {
  const trace = new Trace(folder);
  const steps: Step[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'latin1') }))
    steps.push(...trace.stepsOf(line));
  return steps;
};
