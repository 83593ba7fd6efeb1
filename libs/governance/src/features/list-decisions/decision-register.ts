import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { motionTable, type MotionRow } from '../../governance.tables';
import { decisionLine, type DecisionView } from '../../decision.view';
import { carriedBy, componentsOf, type DecisionStanding, type MatterName } from '../../domain/motion';

/** The latest first. */
export const latestFirst = (a: DecisionView, b: DecisionView): number =>
  byCodeUnits(b.decidedAt, a.decidedAt) || byCodeUnits(a.motionId, b.motionId);

/** What is looked for in the register; what is left out, is not asked. */
export type DecisionFilter = Readonly<{
  portfolioId: string;
  outcome?: string | undefined;
  body?: string | undefined;
  project?: string | undefined;
  /** Who tabled the motion, voted on it or recorded the decision. */
  person?: string | undefined;
  /** Words of the question or the rationale, in any case of letters. */
  text?: string | undefined;
  /** A grant it was decided under, at any place of the chain. */
  grant?: string | undefined;
  /** How it stands. */
  standing?: DecisionStanding | undefined;
  /** Whether it was passed on before it was decided. */
  escalated?: boolean | undefined;
  /** What it is about. */
  matter?: MatterName | undefined;
  /** The kind of decision. */
  kind?: string | undefined;
}>;

const peopleIn = ({ proposer, votes, former_ballots, decision }: MotionRow): readonly string[] => [
  proposer,
  ...[...former_ballots.flatMap((one) => one.votes), ...votes].map(({ personId }) => personId),
  ...(decision ? [decision.recordedBy] : []),
];

const says = ({ question, decision }: MotionRow, text: string): boolean =>
  `${question}\n${decision?.rationale ?? ''}`.toLowerCase().includes(text.toLowerCase());

/** What was decided, and of a slate what was decided on each of its components. */
const outcomesOf = ({ matter, project_id: projectId, decision }: MotionRow): readonly string[] =>
  decision
    ? [decision.outcome, ...carriedBy({ matter, projectId }, decision.outcome).map(({ ask }) => ask)]
    : [];

/** Whether a project is what it is about, or one of a slate. */
const isAbout = ({ matter, project_id: projectId }: MotionRow, project: string): boolean =>
  componentsOf({ matter, projectId }).includes(project);

const isAskedFor = (
  row: MotionRow,
  { outcome, body, project, person, text, grant, escalated, matter, kind }: DecisionFilter,
): boolean =>
  (grant === undefined || row.decision?.grants.includes(grant) === true) &&
  (escalated === undefined || row.escalations.length > 0 === escalated) &&
  (outcome === undefined || outcomesOf(row).includes(outcome)) &&
  (body === undefined || row.body_id === body) &&
  (project === undefined || isAbout(row, project)) &&
  (matter === undefined || row.matter.on === matter) &&
  (kind === undefined || row.kind === kind) &&
  (person === undefined || peopleIn(row).includes(person)) &&
  (text === undefined || says(row, text));

/** The recorded decisions of a portfolio at a cut that are looked for, latest first, and what became of each on its project. */
export const decisionRegister = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  filter: DecisionFilter,
): Promise<readonly DecisionView[]> => {
  const rows = await readModel.rowsAsOf(motionTable, number, { scope: filter.portfolioId });
  return rows
    .filter(({ row }) => isAskedFor(row, filter))
    .flatMap(({ key, row }) => decisionLine(key, row, at))
    .filter(({ standing }) => filter.standing === undefined || standing === filter.standing)
    .sort(latestFirst);
};
