import { sha256 } from '@docket/kernel';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of each frozen event by its path within the folder. */
export type Manifest = Readonly<Record<string, string>>;

const MANIFEST = 'manifest.json';

/** What lies in a folder of frozen events now. */
export const frozenIn = (folder: string): Manifest =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.json') && path !== MANIFEST)
      .sort()
      .map((path) => [path, sha256(readFileSync(join(folder, path)))]),
  );

export const manifestOf = (folder: string): Manifest =>
  existsSync(join(folder, MANIFEST))
    ? (JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest)
    : {};

/** What is wrong with a folder of frozen events: changed, gone, or not yet on record. */
export const thawed = (folder: string): readonly string[] => {
  const [then, now] = [manifestOf(folder), frozenIn(folder)];
  return [
    ...Object.keys(then)
      .filter((path) => now[path] !== then[path])
      .map((path) =>
        now[path] === undefined
          ? `${path} is gone: events of this version are in somebody's log. Bring it back.`
          : `${path} has changed: a stored event never does. Bring it back; a new shape is a new version with an upcaster.`,
      ),
    ...Object.keys(now)
      .filter((path) => then[path] === undefined)
      .map(
        (path) =>
          `${path} is not on record yet: FREEZE=1 npm test -- --testPathPatterns frozen-events adds it.`,
      ),
  ];
};

/** Puts new events on record; what is on record already stays as it is. */
export const freeze = (folder: string): void => {
  const all = { ...frozenIn(folder), ...manifestOf(folder) };
  const ordered = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(ordered, null, 2)}\n`);
};
