import { loadSample, MADE_UP, SAMPLE_NAME, type Progress, type System } from '@docket/host';
import { open, type EventStore, type Opened } from '@docket/kernel';
import { portfolioIdOf } from '@docket/portfolio';
import { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDocket, type Loose } from './docket.fixture';

const FOLDER = join(__dirname, '../../sample');

/** The one portfolio of the sample. */
export const within = `/api/v1/portfolios/${portfolioIdOf(SAMPLE_NAME)}`;

/** The file of what boards decide in the sample. */
export const DECISIONS = JSON.parse(readFileSync(join(FOLDER, 'illustration-decisions.json'), 'utf8'));

type Command = Parameters<CommandBus['execute']>[0] & { request: { authentication: string } };

/** A bus that is cut off after so many commands of the people of the sample. */
const cutOffAfter = (commands: number, bus: CommandBus): CommandBus => {
  let left = commands;
  return new Proxy(bus, {
    get: (target, name) =>
      name === 'execute'
        ? (command: Command) =>
            command.request.authentication !== MADE_UP || left-- > 0
              ? target.execute(command)
              : Promise.reject(new Error('cut off'))
        : Reflect.get(target, name),
  });
};

/** When loading is cut off: after so many commands of the people of the sample, or once so many steps of the decisions are done. */
type CutOff = Readonly<{ commands?: number; steps?: number }>;

/** Loads the sample as a start does; gives what somebody should know. */
export const loadInto = (
  { running: { app, system } }: TestDocket,
  { commands, steps }: CutOff = {},
): Promise<string | undefined> => {
  const bus = app.get(CommandBus);
  const onProgress: Progress = ({ what, done }) => {
    if (what === 'illustrated decisions recorded' && done === steps) throw new Error('cut off');
  };
  return loadSample(system, commands === undefined ? bus : cutOffAfter(commands, bus), onProgress, FOLDER);
};

/** What the log holds, as types of events with their number. */
export const recorded = async (system: System): Promise<Readonly<Record<string, number>>> => {
  const head = (await system.adapters.store.head()) ?? '0';
  await system.waitFor(head, 60_000);
  const lines = await system.live.current().numbers({ after: 0, limit: 100_000 });
  const ofType = Map.groupBy(lines, ({ type }) => type.replace(/\.v\d+$/, ''));
  return Object.fromEntries([...ofType].sort().map(([type, events]) => [type, events.length]));
};

/** A first start with the sample, once it can be read. */
export const loadWhole = async (): Promise<TestDocket> => {
  const docket = await TestDocket.start();
  const { system } = docket.running;
  const notice = await loadInto(docket);
  if (notice !== undefined) throw new Error(notice);
  await system.waitFor((await system.adapters.store.head()) ?? '0', 60_000);
  return docket;
};

/** Every event of a log that the sample makes up. */
export const madeUpIn = async (store: EventStore): Promise<readonly Opened[]> => {
  const stop = new AbortController();
  const found: Opened[] = [];
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    const opened = open(message.event);
    if (opened.meta.authentication === MADE_UP) found.push(opened);
  }
  stop.abort();
  return found;
};

/** Answers about the portfolio: whole, or their rows. */
export const asking = (docket: TestDocket) => {
  const whole = async (path: string): Promise<Loose> => (await docket.visitor.get(`${within}${path}`)).body;
  const rows = async (path: string): Promise<Loose[]> => (await whole(path)).rows;
  /** Projects and bodies by id, also those that have ended since. */
  const names = async (): Promise<ReadonlyMap<string, string>> => {
    const days = ['&asOf=2024-01-10', '&asOf=2024-04-17', ''];
    const projects = await Promise.all(days.map((day) => rows(`/projects?limit=1000${day}`)));
    return new Map([...projects.flat(), ...(await rows('/bodies'))].map(({ id, name }) => [id, name]));
  };
  return { whole, rows, names };
};

export type Asked = ReturnType<typeof asking>;

/** The id of a body of the sample. */
export const idOf = (names: ReadonlyMap<string, string>, body: string): string =>
  [...names].find(([, known]) => known === `Illustrative: ${body}`)?.[0] ?? body;

type Row = Readonly<{ rating: string; year: string; amounts: readonly string[]; days: readonly string[] }>;

/** What the lists say of a project under the name its last list gives it, year by year. */
export const listedRows = (name: string): readonly Row[] =>
  readFileSync(join(FOLDER, 'gmpp-sample.csv'), 'utf8')
    .split('\n')
    .filter((line) => line.split(',')[2]?.toLowerCase() === name.toLowerCase())
    .map((line) => {
      const [year = '', , , , , rating = '', start = '', finish = '', ...amounts] = line.trim().split(',');
      return { year, rating: rating.toLowerCase(), days: [start, finish], amounts };
    });
