import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What a piece of the bench gives, asked in a process of its own, on what was built: as measurements run. */
const asked = (code: string): unknown =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '-e',
        `require('reflect-metadata'); (async () => { ${code} })().then((answer) => console.log(JSON.stringify(answer)))`,
      ],
      { cwd: root, encoding: 'utf8' },
    ),
  );

describe('a row of the bench', () => {
  const rowOf = (aim: string, ours: number[], theirs: number[]) =>
    asked(
      `const { row } = require('./bench/ratio.cjs');
       return row({ name: 'n', profile: 'embedded', what: 'w', aim: '${aim}' }, ${JSON.stringify(ours)}, ${JSON.stringify(theirs)});`,
    );
  const told = { name: 'n', profile: 'embedded', what: 'w' };

  it('is the middle ratio of its rounds with their range, and holds at its aim', () => {
    expect(rowOf('≥ 3', [30, 20, 70, 25, 40], [10, 10, 10, 10, 10])).toEqual({
      ...told,
      aim: '≥ 3',
      ratio: 3,
      range: [2, 7],
      holds: true,
    });
    expect(rowOf('≤ 1.5', [16], [10])).toEqual({
      ...told,
      aim: '≤ 1.5',
      ratio: 1.6,
      range: [1.6, 1.6],
      holds: false,
    });
  });
});

describe('the rounds of the bench', () => {
  it('are in turns, another side beginning each time, and the first counts for nothing', () =>
    expect(
      asked(
        `const { inTurns, noise } = require('./bench/rounds.cjs');
         const turns = [];
         const side = (name) => (round) => (turns.push(name + round), round);
         const taken = await inTurns({ ours: side('o'), theirs: side('t') }, { rounds: 2 });
         return { turns, taken, loops: noise().loops };`,
      ),
    ).toEqual({
      turns: ['o0', 't0', 't1', 'o1', 'o2', 't2'],
      taken: { ours: [1, 2], theirs: [1, 2] },
      loops: 3,
    }));
});

describe('what the bench is asked', () => {
  const read = (...args: string[]) =>
    asked(
      `const { readArguments } = require('./bench/arguments.cjs');
       try {
         const { chosen, ...rest } = readArguments(${JSON.stringify(args)}, [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
         return { ...rest, chosen: chosen.map(({ name }) => name) };
       } catch (error) {
         return error.message;
       }`,
    );

  it('is everything, or what is named', () => {
    expect(read()).toEqual({ peers: false, only: [], chosen: ['a', 'b', 'c'] });
    expect(read('--peers', '--json', 'f', '--only', 'c', '--only', 'a')).toEqual({
      peers: true,
      json: 'f',
      only: ['c', 'a'],
      chosen: ['a', 'c'],
    });
  });

  it('is refused with what there is', () => {
    expect(read('--only', 'x')).toBe('There is no measurement "x"; there are a, b, c.');
    expect(read('--json')).toContain('Usage: npm run bench -- [--peers] [--json FILE] [--only NAME]…');
  });

  it('names every figure that is to be shown', () =>
    expect(asked(`return require('./bench/measurements.cjs').measurements.map(({ name }) => name);`)).toEqual(
      [
        'start-and-memory',
        'commands',
        'rebuild',
        'stream-load',
        'ranking',
        'long-log',
        'server-commands',
        'catch-up',
        'jobs',
      ],
    ));
});

describe('what is measured on', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-bench-spec-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const onStore = (code: string) =>
    asked(
      `const { host, lib } = require('./bench/built.cjs');
       const store = await lib('event-store').openSqliteEventStore({ file: ${JSON.stringify(join(folder, 'events.sqlite'))}, installation: 'docket' });
       ${code}`,
    );

  it('is a log as commands would leave it: whole, chained, and all of it projected', () =>
    expect(
      onStore(
        `const { writeProjects } = require('./bench/log.cjs');
         const { events } = await writeProjects(store, { projects: 3, reports: 2 });
         const { decodeEvent, projections } = host();
         const folder = ${JSON.stringify(join(folder, 'read-model'))};
         const readModels = await lib('read-model').openSqliteReadModels({ folder, definition: 'bench', tables: projections.map(({ table }) => table) });
         const { number } = await lib('read-model').rebuild(readModels, { store, projections, decode: decodeEvent });
         const rows = await (await readModels.live()).rowsAsOf(lib('project').projectTable, number);
         return { events, number, projects: rows.map(({ row }) => [row.status, row.reports]) };`,
      ),
    ).toEqual({ events: 10, number: 10, projects: Array.from({ length: 3 }, () => ['proposed', 2]) }));

  it('is the life of a project that its decider folds to the end', () =>
    expect(
      onStore(
        `const { Chain, projectIdOf, writePortfolio } = require('./bench/log.cjs');
         const { projectLife } = require('./bench/stream-load.cjs');
         const portfolio = await writePortfolio(store);
         const id = projectIdOf(0);
         const { Project } = lib('project');
         const chain = new Chain(Project, 'docket', id, portfolio);
         await chain.append(store, projectLife(id, portfolio).take(1202).toArray());
         const { emptyFold, foldTail } = lib('kernel');
         const { revision, state } = await foldTail(store, Project, chain.stream, emptyFold(Project.decider.initialState()));
         return { revision, name: state.name, isMustHave: state.mustHave !== undefined };`,
      ),
    ).toEqual({ revision: 1201, name: 'North bridge renewal 300', isMustHave: false }));
});

describe('the client that loads a server', () => {
  const against = (answer: string) =>
    asked(
      `const { load } = require('./bench/load.cjs');
       const { createServer } = require('node:http');
       const seen = { keys: new Set(), bodies: new Set(), sockets: new Set() };
       const server = createServer((request, response) => {
         seen.sockets.add(request.socket.remotePort);
         seen.keys.add(request.headers['idempotency-key']);
         request.on('data', (data) => seen.bodies.add(String(data))).on('end', () => { ${answer} });
       });
       await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
       const url = 'http://127.0.0.1:' + server.address().port;
       const asked = { url, path: '/x', body: '{"n":"$n"}', clients: 3, milliseconds: 50 };
       const told = await load(asked).catch((error) => ({ error: error.message }));
       server.close();
       const { answered, last, error } = told;
       const isEach = (set) => set.size === answered;
       return { error, isEach: isEach(seen.keys) && isEach(seen.bodies) && last === answered, sockets: seen.sockets.size };`,
    );

  it('asks over its connections, each request with a key and a number of its own', () =>
    expect(against(`response.end('{}')`)).toEqual({ isEach: true, sockets: 3 }));

  it('ends with the answer of the first request that was refused', () =>
    expect(against(`response.statusCode = 409; response.end('{"code":"no"}')`)).toMatchObject({
      error: expect.stringContaining('{"code":"no"}'),
    }));
});
