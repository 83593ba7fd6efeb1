import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runIn } from './planted-tree';
import { layOut, SAMPLES, samplesOf, writeCompilerSettings } from './samples';

const documents = globSync(['*.md', 'docs/**/*.md', 'test/protocol-server/*.md'], { cwd: ROOT });
/** What operators do is typed into a shell; `test/e2e/server-copy.spec.ts` and `test/e2e/cli-delegations.spec.ts` type it. */
const TYPED = ['docs/how-to/move-to-servers.md', 'docs/how-to/import-delegations.md'];
const howTos = globSync('docs/how-to/*.md', { cwd: ROOT })
  .filter((path) => !TYPED.includes(path))
  .sort();

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

describe('the how-to of a command', () => {
  const text = readFileSync(join(ROOT, 'docs/how-to/add-a-command.md'), 'utf8');
  const table = text.slice(text.indexOf('## 5.'));

  it.each([
    'libs/identity/src/rights.ts',
    'libs/contracts/src/…requests.ts',
    'apps/api/src/<context>/….controller.ts',
    'apps/api/src/problems/problem-kinds.ts',
    'apps/api/src/openapi/read-examples.ts',
    'apps/api/src/app.module.ts',
    'apps/host/src/definition.ts',
    'test/e2e/routes.fixture.ts',
    'test/e2e/office.fixture.ts',
    'test/e2e/bad-input.spec.ts',
    'test/fixtures/events/manifest.json',
    'test/architecture/definition.json',
    'docs/glossary.md',
  ])('names %s, which has to know of a new one', (place) => expect(table).toContain(`\`${place}\``));
});

describe('the how-to of an adapter', () => {
  const rows = [
    ...readFileSync(join(ROOT, 'docs/how-to/add-an-adapter.md'), 'utf8').matchAll(
      /^\| `(\w+)` +\| `([^`]+)` +\| `(\w+)`(?: in `([^`]+)`)?/gm,
    ),
  ].map(([, port = '', place = '', suite = '', contract]) => ({ port, place, suite, contract }));
  const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
  const suites = globSync('libs/*/src/*.contract.ts', { cwd: ROOT }).flatMap((contract) =>
    [...text(contract).matchAll(/^export const (describe\w+)/gm)].map(([, suite = '']) => ({
      suite,
      contract,
    })),
  );

  it.each(suites)('names $suite, which an adapter has to pass', ({ suite, contract }) =>
    expect(rows).toContainEqual(expect.objectContaining({ suite, contract })),
  );

  it.each(rows)('says where $port is', ({ port, place, suite }) => {
    expect(text(place)).toContain(`export interface ${port} {`);
    expect(text(place)).toContain(`\`${suite}\``);
  });

  it('knows every port whose adapters are held to a contract', () => {
    const ports = globSync('libs/kernel/src/*.port.ts', { cwd: ROOT }).filter((path) =>
      /`describe\w+`/.test(text(path)),
    );
    expect(rows.map(({ place }) => place).sort()).toEqual(ports.sort());
  });
});

/** What is wrong with the form of a decision; `number` is that of its file. */
const outOfForm = (number: string, text: string): readonly string[] => {
  const [title = '', , status = ''] = text.split('\n');
  const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  return [
    ...(title.startsWith(`# ${number}. `) ? [] : [`its title does not begin with "# ${number}. "`]),
    ...(/^\*\*Status\*\*: (accepted|superseded), \w+ \d{4}[.;]/.test(status)
      ? []
      : ['its third line does not say "**Status**: accepted, MONTH YEAR."']),
    ...(sections.join(', ') === 'Context, Decision, Losing options, Consequences'
      ? []
      : [`its sections are ${sections.join(', ')}`]),
    ...(/^## Losing options\n\n- \*\*/m.test(text) ? [] : ['it names no option that lost']),
  ];
};

describe('a decision', () => {
  const decisions = globSync('docs/adr/[0-9]*.md', { cwd: ROOT }).sort();
  const index = readFileSync(join(ROOT, 'docs/adr/README.md'), 'utf8');

  it.each(decisions)('has the form of the others and stands in their list: %s', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const file = path.split('/').at(-1) ?? '';
    expect(outOfForm(file.slice(0, 4), text)).toEqual([]);
    expect(index).toContain(`- [${text.slice(2, text.indexOf('\n'))}](${file})`);
  });

  it('in another form is found out', () =>
    expect(
      outOfForm('0099', '# 99. Bare\n\nNo status.\n\n## Context\n\n## Decision\n\n## What lost\n'),
    ).toHaveLength(4));
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
