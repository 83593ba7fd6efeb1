import { refuse, type Cut, type DecimalText, type ReadModel, type Refused } from '@docket/kernel';
import { compositionNodeTable, type CompositionNodeRow } from '@docket/portfolio';
import { dependencyTable, projectTable, type ProjectRow } from '@docket/project';
import { valueOf } from '../../domain/authority/increase';
import { linkedTo, programmeIn, type PathNode } from '../../domain/authority/linked';
import { decidingAt, type MotionFacts } from '../../domain/grant/deciding';
import { routeOf, type Decides, type Step } from '../../domain/grant/route';
import type { Outcome } from '../../domain/motion/motion.events';
import { bodyTable } from '../../governance.tables';
import { grantsAt, type GrantsAt } from '../grants-at';

/** A motion that somebody thinks of. `value` is the increase it would authorise; without it, what the project's case says. */
export type AuthorityQuestion = Readonly<{
  projectId: string;
  outcome: Outcome;
  kind?: string;
  value?: DecimalText;
}>;

/** A grant that covers the component's place: whether something may be decided under it, and why not. */
export type StepView = Readonly<{
  grantId: string;
  bodyId: string;
  hangsOn: readonly string[];
  mayDecide: boolean;
  code: string | null;
  why: string | null;
  /** The grant of its chain that does not permit it. */
  refusedBy: string | null;
}>;

/** Who may decide, and why nobody below. Amounts are in the currency of the portfolio. */
export type AuthorityView = Readonly<{
  projectId: string;
  outcome: Outcome;
  kind: string | null;
  path: readonly string[];
  value: DecimalText;
  counted: DecimalText;
  together: readonly string[];
  steps: readonly StepView[];
  decides: Decides;
}>;

const stepView = ({ grantId, bodyId, chain, refusal }: Step): StepView => ({
  grantId,
  bodyId,
  hangsOn: chain.grants.slice(1).map((one) => one.grantId),
  mayDecide: refusal === null,
  code: refusal?.code ?? null,
  why: refusal?.message ?? null,
  refusedBy: refusal?.grantId ?? null,
});

const pathIn = (
  nodes: ReadonlyMap<string, CompositionNodeRow>,
  start: string | null,
): readonly PathNode[] => {
  const path: PathNode[] = [];
  for (let nodeId = start; nodeId !== null && path.length <= nodes.size;) {
    const node = nodes.get(nodeId);
    if (!node) return path;
    path.push({ nodeId, kind: node.kind });
    nodeId = node.parent;
  }
  return path;
};

const motionOf = async (
  readModel: ReadModel,
  number: number,
  question: AuthorityQuestion,
  project: ProjectRow,
  { grants, timeZone }: GrantsAt,
): Promise<MotionFacts> => {
  const { projectId, outcome, kind = null } = question;
  const portfolioId = project.portfolio;
  const scope = { scope: portfolioId };
  const nodes = await readModel.rowsAsOf(compositionNodeTable, number, scope);
  const path = pathIn(new Map(nodes.map(({ key, row }) => [key, row])), project.node);
  const dependencies = await readModel.rowsAsOf(dependencyTable, number, scope);
  const links = dependencies.map(({ row }) => ({
    kind: row.kind,
    from: row.from_project,
    to: row.to_project,
  }));
  const wholeLifeCost = project.business_case?.wholeLifeCost;
  return {
    motionId: '',
    of: { projectId, programme: programmeIn(path), linked: linkedTo(projectId, links) },
    asked: { portfolioId, path: path.map(({ nodeId }) => nodeId), kind, outcomes: [outcome] },
    value: question.value ?? valueOf(outcome, { status: project.status, wholeLifeCost }),
    accounts: [...grants.values()].flatMap(({ account }) => account),
    timeZone,
  };
};

/** Which body must decide on a motion at a cut, and why those below may not: the grants whose domain holds it, lowest first. */
export const authorityFor = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  question: AuthorityQuestion,
): Promise<AuthorityView | Refused<'project-unknown'>> => {
  const { projectId, outcome } = question;
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return refuse('project-unknown', `There was no project ${projectId} then.`);
  const portfolioId = project.portfolio;
  const known = await grantsAt(readModel, cut, portfolioId);
  const motion = await motionOf(readModel, cut.number, question, project, known);
  const bodies = await readModel.rowsAsOf(bodyTable, cut.number, { scope: portfolioId });
  const deciding = decidingAt(motion, cut.at);
  const { grants } = known;
  const { steps, decides } = routeOf(deciding, { grants, bodyIds: bodies.map(({ key }) => key) });
  const { asked, value } = motion;
  const { counted, together } = deciding;
  const { kind, path } = asked;
  return { projectId, outcome, kind, path, value, counted, together, steps: steps.map(stepView), decides };
};
