import type { Cut, Instant, ReadModel, Rows } from '@docket/kernel';
import { barIn, closureTable, gateStandingTable, projectTable, type ProjectRow } from '@docket/project';
import { conditionTable } from '../../condition.tables';
import { bodyTable, motionTable, type BodyRow, type MotionRow } from '../../governance.tables';
import { officesOf, standingOf } from '../../governance.view';
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

const entitled = ({ ballot }: MotionRow): readonly string[] =>
  ballot?.electorate.flatMap(({ personId, standing }) => (standing === 'entitled' ? [personId] : [])) ?? [];

const missing = (row: MotionRow): readonly string[] => {
  const voted = new Set(row.votes.map(({ personId }) => personId));
  return entitled(row).filter((personId) => !voted.has(personId));
};

/** Whether nothing in the project bars the person from it by now. */
const isFree = ({ person, project }: Around): boolean => barIn(project ?? {}, person) === null;

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
  const conducts = around.body !== undefined && officesOf(around.body, around.person, around.at).length > 0;
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
