import { byCodeUnits, type Cut, type Instant, type ReadModel } from '@docket/kernel';
import { barIn, projectTable, type ProjectRow } from '@docket/project';
import { bodyTable, motionTable, type BodyRow, type MotionRow, type SeenJson } from '../../governance.tables';
import { voterFor } from '../../domain/motion';
import { chairsOf, officesOf, standingOf } from '../../governance.view';

/** What waits for a person: to vote, or as who conducts ballots to open one, to close one, to record what was decided, to decide what was called in. */
export type Task = 'vote' | 'open-ballot' | 'close-ballot' | 'record-decision' | 'decide-called-in';

/** One thing that waits for a person; `due` null where nothing says until when. */
export type ToDo = Readonly<{
  task: Task;
  motionId: string;
  bodyId: string;
  projectId: string;
  question: string;
  /** Since when it waits. */
  since: Instant;
  due: Instant | null;
}>;

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
export const conductsNow = ({ person, at, body, project }: Around): boolean => {
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

/** A decision that is called in waits for the body that did, until that has tabled a motion of its own on the project. */
const calledInBy = ({ afterwards }: MotionRow): SeenJson | null =>
  afterwards?.superseded ? null : (afterwards?.calledIn ?? null);

const decidingAnew = (row: MotionRow, around: Around): readonly Waiting[] => {
  const calledIn = calledInBy(row);
  const isFreeForAMotion = (around.project?.open_motion ?? null) === null;
  return calledIn && isFreeForAMotion && conductsNow(around)
    ? [{ task: 'decide-called-in', since: calledIn.at }]
    : [];
};

/** What a motion waits for from a person at an instant. */
const waitingFor = (row: MotionRow, around: Around): readonly Waiting[] => {
  const conducts = conductsNow(around);
  switch (standingOf(row, around.at)) {
    case 'tabled':
      return conducts ? [{ task: 'open-ballot', since: row.escalations.at(-1)?.at ?? row.tabled_at }] : [];
    case 'ballot-open':
      return [...voting(row, around), ...(conducts ? closing(row, false) : [])];
    case 'ballot-over':
      return conducts ? closing(row, true) : [];
    case 'closed':
      return conducts ? recording(row, around) : [];
    case 'decided':
      return decidingAnew(row, around);
    default:
      return [];
  }
};

/** What has an end before what has none, the earliest first. */
const byDueThenAge = (a: ToDo, b: ToDo): number =>
  byCodeUnits(a.due ?? '~', b.due ?? '~') ||
  byCodeUnits(a.since, b.since) ||
  byCodeUnits(a.motionId, b.motionId) ||
  byCodeUnits(a.task, b.task);

const rowsBy = async <R extends object>(asked: Promise<readonly Readonly<{ key: string; row: R }>[]>) =>
  new Map((await asked).map(({ key, row }) => [key, row]));

/** What waits for a person in a portfolio, as of a cut: its instant decides whose term runs and which ballot is over. */
export const toDoOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { portfolioId: scope, person }: Readonly<{ portfolioId: string; person: string }>,
): Promise<readonly ToDo[]> => {
  const bodies = await rowsBy(readModel.rowsAsOf(bodyTable, number, { scope }));
  const projects = await rowsBy(readModel.rowsAsOf(projectTable, number, { scope }));
  const motions = await readModel.rowsAsOf(motionTable, number, { scope });
  return motions
    .flatMap(({ key: motionId, row }) => {
      const { project_id: projectId, question } = row;
      const bodyId = calledInBy(row)?.bodyId ?? row.body_id;
      const around = { person, at, body: bodies.get(bodyId), project: projects.get(projectId) };
      return waitingFor(row, around).map(({ task, since, due = null }): ToDo => ({
        task,
        motionId,
        bodyId,
        projectId,
        question,
        since,
        due,
      }));
    })
    .sort(byDueThenAge);
};
