import type { Cut, ReadModel, Row, Table } from '@docket/kernel';
import { closureTable, gateStandingTable, projectTable } from '@docket/project';
import { conditionTable } from '../../condition.tables';
import { bodyTable, motionTable } from '../../governance.tables';
import { conditionsWaiting } from './conditions-waiting';
import { closuresWaiting, criteriaWaiting } from './gates-waiting';
import { lapsesWaiting } from './lapses-waiting';
import { ABOUT_NOTHING, byDueThenAge, type AnyToDo, type Asked } from './to-do';
import { toDoOf } from './to-do-of';

/** What waits for a person in a portfolio, as of a cut: its instant decides whose term runs, which ballot is over and what is late. */
export const wholeToDoOf = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  asked: Asked,
): Promise<readonly AnyToDo[]> => {
  const { portfolioId: scope, person } = asked;
  const rowsOf = <R extends Row>(table: Table<R>) => readModel.rowsAsOf(table, cut.number, { scope });
  const byId = async <R extends Row>(table: Table<R>): Promise<ReadonlyMap<string, R>> =>
    new Map((await rowsOf(table)).map(({ key, row }) => [key, row]));
  const projects = await byId(projectTable);
  const around = { person, at: cut.at, projects, bodies: await byId(bodyTable) };
  const ofMotions = await toDoOf(readModel, cut, { portfolioId: scope, person });
  const conditions = await rowsOf(conditionTable);
  return [
    ...ofMotions.map((one): AnyToDo => ({ ...ABOUT_NOTHING, ...one })),
    ...conditionsWaiting(conditions, around),
    ...lapsesWaiting(conditions, await rowsOf(motionTable), around),
    ...criteriaWaiting(await rowsOf(gateStandingTable), projects, asked),
    ...closuresWaiting(await rowsOf(closureTable), projects, asked),
  ].sort(byDueThenAge);
};
