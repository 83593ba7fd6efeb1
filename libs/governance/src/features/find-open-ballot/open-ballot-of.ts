import { streamName, type ReadModel } from '@docket/kernel';
import { barsIn, projectTable } from '@docket/project';
import { recusedIn } from '../../domain/motion/electorate';
import { componentsOf } from '../../domain/motion/matter';
import { motionTable, type MotionRow } from '../../governance.tables';

/** The open ballot of a motion, for whoever judges who may see it. */
export type OpenBallot = Readonly<{
  /** The revision of its opening in the motion's stream: what came later in that stream is of this ballot. */
  opened: number;
  openedAt: string;
  /** Who may not decide on it: printed recused, or barred by a part or an interest by now. */
  recused: ReadonlySet<string>;
  /** The components the motion is about. */
  components: readonly string[];
}>;

/** More events than a motion has. */
const MOST = 10_000;

/** The ballot of a motion that is open by what a read model holds; `undefined` where none is. */
export const openBallotOf = async (
  readModel: ReadModel,
  { installation, motionId }: Readonly<{ installation: string; motionId: string }>,
): Promise<OpenBallot | undefined> => {
  const { number } = await readModel.checkpoint();
  const row = await readModel.rowAsOf(motionTable, number, motionId);
  if (row?.status !== 'ballot-open' || !row.ballot) return undefined;
  const barred = await barredFrom(readModel, number, row);
  const stream = streamName(installation, 'motion', motionId);
  const lines = await readModel.numbers({ after: 0, upTo: number, limit: MOST, stream });
  const opening = lines.filter(({ type }) => isOpening(type)).at(-1);
  const { openedAt, electorate } = row.ballot;
  return {
    opened: opening?.revision ?? 0,
    openedAt,
    recused: new Set([...recusedIn(electorate), ...barred]),
    components: componentsOf({ matter: row.matter, projectId: row.project_id }),
  };
};

/** Who has a part or an interest in any of the components it is about. */
const barredFrom = async (
  readModel: ReadModel,
  number: number,
  { matter, project_id: projectId }: MotionRow,
): Promise<readonly string[]> => {
  const components = componentsOf({ matter, projectId });
  const rows = await Promise.all(components.map((id) => readModel.rowAsOf(projectTable, number, id)));
  return rows.flatMap((project) => [...barsIn(project ?? {}).keys()]);
};

const isOpening = (type: string): boolean => type === 'BallotOpened' || type.startsWith('BallotOpened.v');
