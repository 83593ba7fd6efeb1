import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './planted-tree';

/** A block of a document: its language, what stands behind it on the fence, and its text. */
export type Block = Readonly<{ language: string; marks: string; text: string }>;

/** The fenced blocks of a document, in order. */
export const blocksOf = (document: string): readonly Block[] =>
  [...readFileSync(join(ROOT, document), 'utf8').matchAll(/^```(\w+) *([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', marks = '', text = '']) => ({ language, marks, text }),
  );

export type Sample = Readonly<{
  file: string;
  text: string;
  /** What the compiler says of it, where the document shows what is refused. */
  refused?: string;
}>;

/** The code blocks of a document that name a file. */
export const samplesOf = (document: string): readonly Sample[] =>
  blocksOf(document).flatMap(({ marks, text }) => {
    const file = /file=(\S+)/.exec(marks)?.[1];
    const refused = /refused=(\S+)/.exec(marks)?.[1];
    return file ? [{ file, text, ...(refused ? { refused } : {}) }] : [];
  });

/** Git does not see it, and packages and `@docket/…` are found from it. */
export const SAMPLES = join(ROOT, `dist-samples-${process.pid}`);

const write = (folder: string, { file, text }: Sample): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

/** A lib of ours that a sample adds to is laid under it, without its specs. */
const layUnder = (folder: string, { file }: Sample): void => {
  const lib = /^libs\/[^/]+/.exec(file)?.[0];
  if (lib && existsSync(join(ROOT, lib)) && !existsSync(join(folder, lib)))
    cpSync(join(ROOT, lib), join(folder, lib), {
      recursive: true,
      filter: (path) => !path.endsWith('.spec.ts'),
    });
};

/** Writes the samples of a document into a folder of their own, those to be refused each into another; gives the first. */
export const layOut = (document: string): string => {
  const folder = join(SAMPLES, document.replace(/\W+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  const samples = samplesOf(document);
  const accepted = samples.filter(({ refused }) => !refused);
  for (const sample of samples) layUnder(join(folder, 'accepted'), sample);
  for (const sample of accepted) write(join(folder, 'accepted'), sample);
  samples
    .filter(({ refused }) => refused)
    .forEach((sample, index) => {
      const apart = join(folder, `refused-${index}`);
      for (const one of accepted.filter(({ file }) => !file.endsWith('.spec.ts'))) write(apart, one);
      write(apart, sample);
    });
  return join(folder, 'accepted');
};

/** Compiler settings for everything laid out: those of the repository. */
export const writeCompilerSettings = (): string => {
  mkdirSync(SAMPLES, { recursive: true });
  const file = join(SAMPLES, 'tsconfig.json');
  writeFileSync(file, JSON.stringify({ extends: '../tsconfig.json', include: ['**/*.ts'], exclude: [] }));
  return file;
};
