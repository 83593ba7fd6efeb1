import { streamName, type ReadModel } from '@docket/kernel';
import { recusedIn } from '../../domain/motion/electorate';
import { componentsOf } from '../../domain/motion/matter';
import { motionTable } from '../../governance.tables';

/** The open ballot of a motion, for whoever judges who may see it. */
export type OpenBallot = Readonly<{
  /** The revision of its opening in the motion's stream: what came later in that stream is of this ballot. */
  opened: number;
  openedAt: string;
  /** Whom it printed recused. */
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
  const stream = streamName(installation, 'motion', motionId);
  const lines = await readModel.numbers({ after: 0, upTo: number, limit: MOST, stream });
  const opening = lines.filter(({ type }) => isOpening(type)).at(-1);
  const { openedAt, electorate } = row.ballot;
  return {
    opened: opening?.revision ?? 0,
    openedAt,
    recused: recusedIn(electorate),
    components: componentsOf({ matter: row.matter, projectId: row.project_id }),
  };
};

const isOpening = (type: string): boolean => type === 'BallotOpened' || type.startsWith('BallotOpened.v');
