import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './planted-tree';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
const { commands } = require('../../tools/run/commands.cjs') as { commands: Record<string, object> };

/** What others script against. A change here is an entry in the CHANGELOG and, after 1.0, a major version. */
const SURFACE = ['start', 'test', 'check', 'test:servers', 'test:faults', 'bench', 'docket'];
/** Further doors, for people. */
const BESIDE = ['start:worker', 'format'];

describe('the surface others script against', () => {
  it('has these commands and no others', () =>
    expect(Object.keys(scripts).sort()).toEqual([...SURFACE, ...BESIDE].sort()));

  it('goes through one door that brings Node, packages and build', () =>
    expect(scripts).toEqual(
      Object.fromEntries([...SURFACE, ...BESIDE].map((name) => [name, `node tools/run.cjs ${name}`])),
    ));

  it('has a command behind every name', () =>
    expect(Object.keys(commands).sort()).toEqual([...SURFACE, ...BESIDE].sort()));

  it.each(['apps/api', 'apps/worker', 'apps/cli'])('builds %s', (app) =>
    expect(existsSync(join(ROOT, app, 'src/main.ts'))).toBe(true),
  );

  it('runs nothing when packages are installed', () =>
    expect(read('.npmrc')).toContain('ignore-scripts=true'));
});
