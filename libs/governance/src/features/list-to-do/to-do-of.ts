import type { Cut, Instant, ReadModel, Rows } from '@docket/kernel';
import { barIn, closureTable, gateStandingTable, projectTable, type ProjectRow } from '@docket/project';
import { conditionTable } from '../../condition.tables';
import { bodyTable, motionTable, type BodyRow, type MotionRow } from '../../governance.tables';
import { voterFor } from '../../domain/motion';
import { chairsOf, officesOf, standingOf } from '../../governance.view';
import { conditionsWaiting } from './conditions-waiting';
import { closuresWaiting, criteriaWaiting } from './gates-waiting';
import { ABOUT_NOTHING, byDueThenAge, type Asked, type Task, type ToDo } from './to-do';

type Around = Readonly<{
  person: string;
  at: Instant;
  body: BodyRow | undefined;
  project: ProjectRow | undefined;
}>;

type Waiting = Readonly<{ task: Task; since: Instant; due?: Instant | null }>;

const NOBODY: ReadonlySet<string> = new Set();

/** The entitled for whose seats nobody has voted yet, neither they nor their alternate. */
const missing = ({ ballot, votes }: Pick<MotionRow, 'ballot' | 'votes'>): readonly string[] => {
  const electorate = ballot?.electorate ?? [];
  const voters = new Set(votes.map(({ personId }) => personId));
  const cast = { electorate, struck: NOBODY, voted: (personId: string) => voters.has(personId) };
  return electorate.flatMap(({ personId, standing }) =>
    standing === 'entitled' && voterFor(personId, cast) === undefined ? [personId] : [],
  );
};

/** Whether nothing in the project bars the person from it by now. */
const isFree = ({ person, project }: Pick<Around, 'person' | 'project'>): boolean =>
  barIn(project ?? {}, person) === null;

/** Whether the person conducts the ballots of the body on the project: a deputy only where no chair may. */
const conductsNow = ({ person, at, body, project }: Around): boolean => {
  if (!body) return false;
  const offices = officesOf(body, person, at);
  const chairs = chairsOf(body, at).filter((chair) => isFree({ person: chair, project }));
  return offices.some(
    (office) => office !== 'deputy' || (chairs.length === 0 && isFree({ person, project })),
  );
};

const voting = (row: MotionRow, around: Around): readonly Waiting[] =>
  row.ballot && missing(row).includes(around.person) && isFree(around)
    ? [{ task: 'vote', since: row.ballot.openedAt, due: row.ballot.closesAt }]
    : [];

/** A ballot is closed when its time has ended, or where it has none when everybody has voted. */
const closing = ({ ballot, ...row }: MotionRow, isOver: boolean): readonly Waiting[] =>
  ballot && (isOver || missing({ ballot, ...row }).length === 0)
    ? [{ task: 'close-ballot', since: ballot.openedAt, due: ballot.closesAt }]
    : [];

const recording = ({ outcome }: MotionRow, around: Around): readonly Waiting[] =>
  outcome?.result === 'carried' && isFree(around)
    ? [{ task: 'record-decision', since: outcome.closedAt }]
    : [];

/** What a motion waits for from a person at an instant. */
const waitingFor = (row: MotionRow, around: Around): readonly Waiting[] => {
  const conducts = conductsNow(around);
  switch (standingOf(row, around.at)) {
    case 'tabled':
      return conducts ? [{ task: 'open-ballot', since: row.tabled_at }] : [];
    case 'ballot-open':
      return [...voting(row, around), ...(conducts ? closing(row, false) : [])];
    case 'ballot-over':
      return conducts ? closing(row, true) : [];
    case 'closed':
      return conducts ? recording(row, around) : [];
    default:
      return [];
  }
};

const rowsBy = async <R extends object>(asked: Promise<readonly Readonly<{ key: string; row: R }>[]>) =>
  new Map((await asked).map(({ key, row }) => [key, row]));

const motionsWaiting = (
  motions: Rows<MotionRow>,
  {
    person,
    at,
    bodies,
    projects,
  }: Readonly<{
    person: string;
    at: Instant;
    bodies: ReadonlyMap<string, BodyRow>;
    projects: ReadonlyMap<string, ProjectRow>;
  }>,
): readonly ToDo[] =>
  motions.flatMap(({ key: motionId, row }) => {
    const around = { person, at, body: bodies.get(row.body_id), project: projects.get(row.project_id) };
    const { body_id: bodyId, project_id: projectId, question } = row;
    return waitingFor(row, around).map(({ task, since, due = null }): ToDo => ({
      ...ABOUT_NOTHING,
      ...{ task, motionId, bodyId, projectId, question, since, due },
    }));
  });

/** What waits for a person in a portfolio, as of a cut: its instant decides whose term runs, which ballot is over and what is late. */
export const toDoOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  asked: Asked,
): Promise<readonly ToDo[]> => {
  const [scope, { person }] = [asked.portfolioId, asked];
  const bodies = await rowsBy(readModel.rowsAsOf(bodyTable, number, { scope }));
  const projects = await rowsBy(readModel.rowsAsOf(projectTable, number, { scope }));
  const around = { person, at, bodies, projects };
  return [
    ...motionsWaiting(await readModel.rowsAsOf(motionTable, number, { scope }), around),
    ...conditionsWaiting(await readModel.rowsAsOf(conditionTable, number, { scope }), around),
    ...criteriaWaiting(await readModel.rowsAsOf(gateStandingTable, number, { scope }), projects, asked),
    ...closuresWaiting(await readModel.rowsAsOf(closureTable, number, { scope }), projects, asked),
  ].sort(byDueThenAge);
};
