import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** What a program said and how it ended. */
export type Said = Readonly<{ code: number | null; out: string }>;

/** Runs a Node program of the repository to its end in `folder`. */
export const runIn = (folder: string, program: string, ...args: readonly string[]): Said => {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(ROOT, program), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: '' },
  });
  if (error) throw error;
  return { code: status, out: status === 0 && stdout !== '' ? stdout : `${stdout}${stderr}` };
};

/** Files by path, as they would lie in a checkout. */
export type Planted = Readonly<Record<string, string>>;

type Options = Readonly<{
  /** Files and folders of the real checkout that are copied in first. */
  copy?: readonly string[];
  /** Whether the tree sees the installed packages. */
  packages?: boolean;
}>;

/** A small checkout of its own in a temporary folder, gone with `using`. */
export const plant = (files: Planted, { copy = [], packages = false }: Options = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-planted-'));
  for (const path of copy) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  if (packages) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
};
