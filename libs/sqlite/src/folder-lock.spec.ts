import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FolderUnusable } from './errors';
import { acquireFolderLock, FolderOwned, type FolderLock } from './folder-lock';
import { readOwner } from './owner';

/** Another process that takes the lock as `acquireFolderLock` does, says how it went, and stays. */
const OTHER = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1] + '/lock.sqlite', { timeout: 0 });
  try { database.exec('begin exclusive'); console.log('owned'); } catch { console.log('refused'); }
  setInterval(() => database.isOpen, 60_000);
`;

describe('the lock of a data folder', () => {
  let parent: string;
  let folder: string;
  const locks: FolderLock[] = [];
  const children: ChildProcess[] = [];
  const acquire = (where = folder) => {
    const lock = acquireFolderLock(where);
    locks.push(lock);
    return lock;
  };
  const otherProcess = async () => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', OTHER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, said: said.toString().trim() };
  };
  const kill = async (child: ChildProcess) => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const failure = (where = folder): unknown => {
    try {
      return acquire(where);
    } catch (error) {
      return error;
    }
  };

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'docket-lock-'));
    folder = join(parent, 'data');
  });
  afterEach(async () => {
    for (const lock of locks.splice(0)) lock.release();
    for (const child of children.splice(0))
      if (child.exitCode === null && child.signalCode === null) await kill(child);
    rmSync(parent, { recursive: true });
  });

  it('makes the folder for this user only', () => {
    acquire();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('refuses a second process while it is held, and no longer once released', async () => {
    const lock = acquire();
    expect((await otherProcess()).said).toBe('refused');
    lock.release();
    expect((await otherProcess()).said).toBe('owned');
  });

  it('is refused while another process holds it, and freed by the kill of that process', async () => {
    mkdirSync(folder);
    const { child, said } = await otherProcess();
    expect(said).toBe('owned');
    expect(failure()).toEqual(new FolderOwned(folder, undefined));
    await kill(child);
    expect(failure()).toMatchObject({ folder });
  });

  it('says who owns the folder, without the secret', () => {
    const owner = { address: 'http://127.0.0.1:3000', secret: 'a1b2c3', pid: process.pid };
    acquire().announce(owner);
    const refusal = failure();
    expect(refusal).toBeInstanceOf(FolderOwned);
    expect(refusal).toMatchObject({
      owner: { address: owner.address, pid: owner.pid },
      message: `${folder} is in use by process ${process.pid} at http://127.0.0.1:3000: stop that one first, or choose another folder.`,
    });
    expect(JSON.stringify(refusal)).not.toContain(owner.secret);
  });

  it('is still held after the announcement was read, and after a second try in this process failed', async () => {
    acquire().announce({ address: 'http://127.0.0.1:3000', secret: 'a1b2c3', pid: process.pid });
    readOwner(folder);
    failure();
    expect((await otherProcess()).said).toBe('refused');
  });

  it('is held for the life of the process, even when nobody keeps hold of it in the code', async () => {
    acquireFolderLock(folder);
    setFlagsFromString('--expose-gc');
    const collectGarbage: unknown = runInNewContext('gc');
    await new Promise(setImmediate);
    if (typeof collectGarbage === 'function') collectGarbage();
    await new Promise(setImmediate);
    expect(typeof collectGarbage).toBe('function');
    expect((await otherProcess()).said).toBe('refused');
  });

  it('keeps the announcement for this user, renews it and takes it back', () => {
    const lock = acquire();
    const owner = { address: 'http://127.0.0.1:3000', secret: 'a1b2c3', pid: process.pid };
    lock.announce({ ...owner, secret: 'older' });
    lock.announce(owner);
    expect(readOwner(folder)).toEqual(owner);
    expect(statSync(join(folder, 'owner.json')).mode & 0o777).toBe(0o600);
    lock.release();
    lock.release();
    expect(() => lock.announce(owner)).toThrow('not ours to announce');
    expect(existsSync(join(folder, 'owner.json'))).toBe(false);
  });

  it('knows when its folder was removed or replaced, and then leaves the announcement of the next owner alone', () => {
    const lock = acquire();
    expect(lock.isInPlace).toBe(true);
    rmSync(folder, { recursive: true });
    expect(lock.isInPlace).toBe(false);
    const next = acquire();
    const owner = { address: 'http://127.0.0.1:3001', secret: 'next', pid: process.pid };
    next.announce(owner);
    lock.release();
    expect(readOwner(folder)).toEqual(owner);
    expect(next.isInPlace).toBe(true);
  });

  it.each(['{"address":"http://127.0.0.1:3000","secret":"gone","pid":7}', '{"address":', '[]', 'null'])(
    'forgets what a crash left behind: %s',
    (left) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'owner.json'), left);
      writeFileSync(join(folder, 'owner.json.new'), left);
      const lock = acquire();
      expect(readOwner(folder)).toBeUndefined();
      const owner = { address: 'http://127.0.0.1:3001', secret: 'new', pid: process.pid };
      lock.announce(owner);
      expect(readOwner(folder)).toEqual(owner);
    },
  );

  it('says what would help when the parent is missing or a file is in the way', () => {
    const missing = failure(join(parent, 'missing', 'data'));
    expect(missing).toBeInstanceOf(FolderUnusable);
    expect(missing).toMatchObject({
      message: expect.stringContaining(`${join(parent, 'missing')} does not exist: make it first`),
    });
    writeFileSync(folder, '');
    expect(failure()).toMatchObject({
      message: expect.stringContaining('a file has that name: move it away'),
    });
  });

  it('says what would help when nothing can be written', () => {
    const isRoot = process.getuid?.() === 0;
    const ordinaryUser = 65_534;
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    if (isRoot) for (const path of [parent, folder]) chownSync(path, ordinaryUser, ordinaryUser);
    if (isRoot) process.seteuid?.(ordinaryUser);
    try {
      expect(failure()).toBeInstanceOf(FolderUnusable);
      expect(failure()).toMatchObject({ message: expect.stringContaining('must be writable for this user') });
      expect(failure(join(folder, 'below'))).toMatchObject({
        message: expect.stringContaining('does not let this user (EACCES)'),
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
