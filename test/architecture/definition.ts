import { sha256 } from '@docket/kernel';
import { transformSync } from '@swc/core';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What turns events into answers: how they are read, numbered and laid down as rows, and every question over rows. */
const ROOTS = [
  'libs/*/src/**/*.{codec,projection,tables}.ts',
  'libs/assessment/src/domain/ranking/*.ts',
  'libs/read-model/src/projection/{any-projection,batch-rows,consumer,numbering,stream-guard}.ts',
  'apps/api/src/http/{answers,columns,page,portfolio-of,reading,trace}.ts',
  'libs/read-model/src/as-of/*.ts',
  'libs/kernel/src/{aggregate,codec,decimal,digest,envelope,ids,json,money,time,words}.ts',
];
/** A feature folder with a query in it is a question. */
const QUESTIONS = 'libs/*/src/features/*/*.query.ts';
const TEST_CODE = /\.(spec|contract|scenes|fixture)\.ts$|\/(testing|contract)\//;

/** What decides whether something may happen turns no event into an answer. */
const COMMAND_RULE = /\.(aggregate|command|commands|decider|policy)\.ts$/;

/** The code of a file as it runs: comments, layout and types do not change an answer. */
const running = (text: string): string =>
  transformSync(text, {
    configFile: false,
    swcrc: false,
    minify: true,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true },
      minify: { compress: false, mangle: false, format: { comments: false } },
    },
  }).code;

const inside = (root: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));

const questions = (root: string): readonly string[] =>
  inside(root, QUESTIONS).flatMap((query) => inside(root, `${dirname(query)}/*.ts`));

/** The files of the same lib that a file needs to run. */
const neededBy = (root: string, path: string, text: string): readonly string[] =>
  [...text.matchAll(/require\("(\.[^"]*)"\)/g)].flatMap(([, imported = '']) => {
    const target = normalize(join(dirname(path), imported)).replaceAll('\\', '/');
    return [`${target}.ts`, `${target}/index.ts`].find((one) => existsSync(join(root, one))) ?? [];
  });

/** The files of the definition, with those of the same lib they need to run but for command rules, and the code of each. */
export const definitionCode = (root: string): ReadonlyMap<string, string> => {
  const code = new Map<string, string>();
  const add = (path: string): void => {
    if (code.has(path) || TEST_CODE.test(path) || COMMAND_RULE.test(path)) return;
    const text = running(readFileSync(join(root, path), 'utf8'));
    code.set(path, text);
    if (!path.startsWith('libs/kernel/')) for (const file of neededBy(root, path, text)) add(file);
  };
  for (const path of [...ROOTS.flatMap((pattern) => inside(root, pattern)), ...questions(root)].sort())
    add(path);
  return new Map([...code].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Answers that rest on a command rule: it would change them unseen. An index may pass rules on beside what answers need. */
export const answersOnRules = (root: string): readonly string[] =>
  [...definitionCode(root)].flatMap(([path, text]) =>
    path.endsWith('/index.ts') || path.startsWith('libs/kernel/')
      ? []
      : neededBy(root, path, text)
          .filter((file) => COMMAND_RULE.test(file))
          .map((file) => `${path} → ${file}`),
  );

/** The version the code calls itself by. */
const versionIn = (root: string): string =>
  /DEFINITION = '([^']+)'/.exec(readFileSync(join(root, 'apps/host/src/definition.ts'), 'utf8'))?.[1] ??
  'none';

type OnRecord = Readonly<{
  version: string;
  /** Whether somebody may have answers under this version: then its code stays as it is. */
  released: boolean;
  files: Readonly<Record<string, string>>;
}>;

const RECORD = 'test/architecture/definition.json';
const onRecord = (root: string): OnRecord => JSON.parse(readFileSync(join(root, RECORD), 'utf8')) as OnRecord;
const hashes = (root: string): OnRecord['files'] =>
  Object.fromEntries([...definitionCode(root)].map(([path, code]) => [path, sha256(code).slice(0, 16)]));

const differing = (then: OnRecord['files'], now: OnRecord['files']): readonly string[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((path) => then[path] !== now[path]).sort();

const COMMAND = 'RECORD_DEFINITION=1 npm test -- --testPathPatterns architecture/definition';

/** What to do about code that no longer is what its version stands for; `undefined` where it is. */
export const departed = (root: string): string | undefined => {
  const [then, version] = [onRecord(root), versionIn(root)];
  const changed = differing(then.files, hashes(root));
  if (then.version === version && changed.length === 0) return undefined;
  if (then.version !== version)
    return `The definition is ${version} now, on record is ${then.version}. Record it: ${COMMAND}`;
  const files = changed.join(', ');
  return then.released
    ? `Code that turns events into answers changed under ${version}, which is released: ${files}. Give DEFINITION in apps/host/src/definition.ts a new version, so that read models are rebuilt beside the old ones and no answer of ${version} changes, then ${COMMAND}`
    : `Code that turns events into answers changed under ${version}: ${files}. ${version} is not released yet, so it is enough to delete data folders that were built with it and record the code: ${COMMAND}`;
};

/** Puts the code on record under its version; a released version keeps the code it was released with. */
export const record = (root: string): void => {
  const then = existsSync(join(root, RECORD)) ? onRecord(root) : undefined;
  const version = versionIn(root);
  if (then?.released && then.version === version) return;
  writeFileSync(
    join(root, RECORD),
    `${JSON.stringify({ version, released: false, files: hashes(root) } satisfies OnRecord, null, 2)}\n`,
  );
};
