import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runIn } from './planted-tree';
import { layOut, SAMPLES, samplesOf, writeCompilerSettings } from './samples';

const documents = globSync(['*.md', 'docs/**/*.md', 'test/protocol-server/*.md'], { cwd: ROOT });
const howTos = globSync('docs/how-to/*.md', { cwd: ROOT }).sort();

afterAll(() => rmSync(SAMPLES, { recursive: true, force: true }));

describe.each(howTos)('%s', (document) => {
  const folder = layOut(document);
  const samples = samplesOf(document);
  const specs = samples.filter(({ file, refused }) => file.endsWith('.spec.ts') && !refused);

  it('shows specs of what it teaches', () => expect(specs.length).toBeGreaterThan(0));

  for (const { file } of specs) require(join(folder, file));
});

describe('samples of the how-tos', () => {
  const said = new Map<string, string>();
  beforeAll(() => {
    const settings = writeCompilerSettings();
    const { out } = runIn(
      SAMPLES,
      'node_modules/typescript7/bin/tsc',
      '-p',
      settings,
      '--noEmit',
      '--pretty',
      'false',
    );
    for (const line of out.split('\n')) {
      const [, file, complaint] = /^(\S+?)\(\d+,\d+\): error (.*)$/.exec(line) ?? [];
      if (file) said.set(file, `${said.get(file) ?? ''}${complaint}\n`);
    }
  });

  it('compile', () => expect([...said].filter(([file]) => !file.includes('refused-'))).toEqual([]));

  it.each(
    howTos.flatMap((document) =>
      samplesOf(document)
        .filter(({ refused }) => refused)
        .map(({ file, refused }, index) => ({ document, file, refused, index })),
    ),
  )(
    'in $document do not compile where it says so: $file lacks $refused',
    ({ document, file, refused, index }) =>
      expect(said.get(`${document.replace(/\W+/g, '-')}/refused-${index}/${file}`)).toContain(refused),
  );
});

describe('links between documents', () => {
  it.each(documents)('of %s lead somewhere', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const lost = targets.filter(
      (target) => !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(document), target)),
    );
    expect(lost).toEqual([]);
  });

  it('name files that exist where they name one of ours in code', () => {
    const named = documents.flatMap((document) =>
      [
        ...readFileSync(join(ROOT, document), 'utf8')
          .replace(/^```[\s\S]*?^```$/gm, '')
          .matchAll(/`((?:apps|libs|test|tools|docs|bench|sample)\/[\w./-]+)`/g),
      ].map(([, path = '']) => ({ document, path })),
    );
    expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});

describe('the list of dependencies', () => {
  it('has one line for each package of package.json, and no other', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const listed = [
      ...readFileSync(join(ROOT, 'docs/adr/0017-dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` +\|/gm),
    ];
    expect(listed.map(([, name]) => name).sort()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort(),
    );
  });
});
