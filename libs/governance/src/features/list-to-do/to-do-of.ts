import { byCodeUnits, later, type Cut, type Instant, type ReadModel } from '@docket/kernel';
import { barIn, barsIn, projectTable, type ProjectRow } from '@docket/project';
import {
  bodyTable,
  motionTable,
  type BallotJson,
  type BodyRow,
  type MotionRow,
  type SeatJson,
  type SeenJson,
} from '../../governance.tables';
import type { Seat } from '../../domain/body';
import { componentsOf, leadOf, struckAt, voterFor } from '../../domain/motion';
import { officesOf, standingOf } from '../../governance.view';

/** What waits for a person: to vote, or as who conducts ballots to open one, to close one, to record what was decided, to decide what was called in. */
export type Task = 'vote' | 'open-ballot' | 'close-ballot' | 'record-decision' | 'decide-called-in';

/** One thing that waits for a person; `due` null where nothing says until when. */
export type ToDo = Readonly<{
  task: Task;
  motionId: string;
  bodyId: string;
  /** null where it is about no component, or about several. */
  projectId: string | null;
  question: string;
  /** Since when it waits. */
  since: Instant;
  due: Instant | null;
}>;

type Around = Readonly<{
  person: string;
  at: Instant;
  body: BodyRow | undefined;
  /** What the motion is about: one, those of a slate, or none. */
  projects: readonly ProjectRow[];
}>;

type Waiting = Readonly<{ task: Task; since: Instant; due?: Instant | null }>;

const seatIn = ({ until, alternateFor, ...seat }: SeatJson): Seat => ({
  ...seat,
  ...(until === null ? {} : { until }),
  ...(alternateFor === null ? {} : { alternateFor }),
});

/** Who may not decide on one of them does not decide on any. */
const rolesIn = (projects: readonly ProjectRow[]) => ({
  parts: new Map(projects.toReversed().flatMap((project) => [...barsIn(project)])),
});

/** The entitled who still may decide, for whose seats nobody has voted yet: neither they nor their alternate. */
const missing = ({ ballot, votes }: MotionRow, { body, projects, at }: Around): readonly string[] => {
  const electorate = ballot?.electorate ?? [];
  const seats = (body?.seats ?? []).map(seatIn);
  const lost = struckAt(electorate, { seats }, rolesIn(projects), at);
  const struck = new Set(lost.map(({ personId }) => personId));
  const voters = new Set(votes.map(({ personId }) => personId));
  const cast = { electorate, struck, voted: (personId: string) => voters.has(personId) };
  return electorate.flatMap(({ personId, standing }) =>
    standing === 'entitled' && !struck.has(personId) && voterFor(personId, cast) === undefined
      ? [personId]
      : [],
  );
};

/** Whether nothing in what is decided bars the person from it by now. */
const isFree = ({ person, projects }: Pick<Around, 'person' | 'projects'>): boolean =>
  projects.every((project) => barIn(project, person) === null);

/** Whether the person conducts the ballots of the body on the project: a deputy only where they lead. */
export const conductsNow = ({ person, at, body, projects }: Around): boolean => {
  if (!body) return false;
  const lead = leadOf({ seats: body.seats.map(seatIn) }, rolesIn(projects), at);
  return officesOf(body, person, at).some((office) => office !== 'deputy' || lead.personId === person);
};

const voting = (row: MotionRow, around: Around): readonly Waiting[] =>
  row.ballot && missing(row, around).includes(around.person)
    ? [{ task: 'vote', since: row.ballot.openedAt, due: row.ballot.closesAt }]
    : [];

/** A ballot is closed when its time has ended, or when everybody has voted who still may. */
const closing = (row: MotionRow, around: Around, isOver: boolean): readonly Waiting[] =>
  row.ballot && (isOver || missing(row, around).length === 0)
    ? [{ task: 'close-ballot', since: closableSince(row.ballot, isOver), due: row.ballot.closesAt }]
    : [];

const closableSince = ({ openedAt, closesAt }: BallotJson, isOver: boolean): Instant =>
  isOver && closesAt !== null ? closesAt : openedAt;

/** It stands tabled since it was, was passed on or was carried over, whichever came last. */
const tabledSince = ({ tabled_at, escalations, former_ballots }: MotionRow): Instant =>
  [
    tabled_at,
    ...escalations.map(({ at }) => at),
    ...former_ballots.map(({ outcome }) => outcome.closedAt),
  ].reduce(later);

const recording = ({ outcome }: MotionRow, around: Around): readonly Waiting[] =>
  outcome?.result === 'carried' && isFree(around)
    ? [{ task: 'record-decision', since: outcome.closedAt }]
    : [];

/** A decision that is called in waits for the body that did, until that has tabled a motion of its own on the project. */
const calledInBy = ({ afterwards }: MotionRow): SeenJson | null =>
  afterwards?.superseded ? null : (afterwards?.calledIn ?? null);

const decidingAnew = (row: MotionRow, around: Around): readonly Waiting[] => {
  const calledIn = calledInBy(row);
  const isFreeForAMotion = around.projects.every(({ open_motion }) => open_motion === null);
  return calledIn && isFreeForAMotion && conductsNow(around)
    ? [{ task: 'decide-called-in', since: calledIn.at }]
    : [];
};

/** What a motion waits for from a person at an instant. */
const waitingFor = (row: MotionRow, around: Around): readonly Waiting[] => {
  const conducts = conductsNow(around);
  switch (standingOf(row, around.at)) {
    case 'tabled':
      return conducts ? [{ task: 'open-ballot', since: tabledSince(row) }] : [];
    case 'ballot-open':
      return [...voting(row, around), ...(conducts ? closing(row, around, false) : [])];
    case 'ballot-over':
      return conducts ? closing(row, around, true) : [];
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
      const about = componentsOf({ matter: row.matter, projectId });
      const known = about.flatMap((id) => projects.get(id) ?? []);
      const around = { person, at, body: bodies.get(bodyId), projects: known };
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
