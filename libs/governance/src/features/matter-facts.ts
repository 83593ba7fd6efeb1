import { unreachable } from '@docket/kernel';
import { ScoringModel } from '@docket/assessment';
import { Composition, compositionIdOf, nodeById } from '@docket/portfolio';
import { barredFrom, decidableOutcomes, gateInTheWay, Project, type ProjectState } from '@docket/project';
import { Condition } from '../domain/condition';
import type { About, MatterFacts, RecusalGround, SlateItem } from '../domain/motion';
import type { Load } from './grant-facts';
import { isAsTabled } from './scoring-model-facts';

/** A project as a ballot sees it; `undefined` where there is none. */
export const projectFacts = (project: ProjectState): MatterFacts | undefined => {
  if (project.status === 'absent') return undefined;
  const { portfolioId, status, openMotion } = project;
  const gate = gateInTheWay(project);
  return {
    ...{ called: 'project', portfolioId, status },
    decidable: decidableOutcomes(project),
    parts: barredFrom(project),
    needsClaim: true,
    ...(openMotion === undefined ? {} : { openMotion }),
    ...(gate ? { gate } : {}),
  };
};

/** Of what has no component: nobody has a part in it, and nothing of it is claimed. */
const withoutComponent = (
  called: string,
  portfolioId: string,
  { status, isDecidable }: Readonly<{ status: string; isDecidable: boolean }>,
): MatterFacts => ({
  ...{ called, portfolioId, status, parts: new Map(), needsClaim: false },
  decidable: isDecidable ? ['go'] : [],
});

/** Only work that is authorised has a baseline to be set anew: held work would go on by that. No gate is passed. */
const reBaselineFacts = (project: ProjectState): MatterFacts | undefined => {
  const facts = projectFacts(project);
  if (!facts || project.status === 'absent') return undefined;
  const { gate: _, ...others } = facts;
  const isWork = project.status === 'authorised';
  const hasCase = project.businessCase !== undefined;
  return { ...others, called: 're-baseline', decidable: isWork && hasCase ? ['go'] : [] };
};

/** The condition's owner is barred beside those who have a part in its project. */
const waiverFacts = async (load: Load, projectId: string, conditionId: string) => {
  const condition = await load(Condition, conditionId);
  const facts = projectFacts(await load(Project, projectId));
  if (!facts || condition.status === 'absent' || condition.projectId !== projectId) return undefined;
  const parts = new Map<string, RecusalGround>([[condition.owner, 'owner'], ...facts.parts]);
  const { portfolioId } = facts;
  const { status } = condition;
  const waiver = withoutComponent('condition', portfolioId, { status, isDecidable: status === 'open' });
  return { ...waiver, parts };
};

type Item = Readonly<{ ask: SlateItem['ask']; facts: MatterFacts }>;

/** Who may not decide on one of them does not decide on any. */
const partsOf = (items: readonly Item[]): ReadonlyMap<string, RecusalGround> =>
  new Map(items.toReversed().flatMap(({ facts }) => [...facts.parts]));

/** The motion that has claimed all of them; one that has claimed any of them, where that is another; none while one is free. */
const claimOf = (items: readonly Item[], motionId: string): Pick<MatterFacts, 'openMotion'> => {
  const claims = items.map(({ facts }) => facts.openMotion);
  const another = claims.find((claim) => claim !== undefined && claim !== motionId);
  if (another !== undefined) return { openMotion: another };
  return claims.includes(undefined) ? {} : { openMotion: motionId };
};

const slateOf = (items: readonly Item[], motionId: string): MatterFacts | undefined => {
  const [first] = items;
  if (!first) return undefined;
  const portfolios = new Set(items.map(({ facts }) => facts.portfolioId));
  const unfit = items.find(({ ask, facts }) => !facts.decidable.includes(ask));
  const gate = items.find(({ ask, facts }) => ask === 'go' && facts.gate !== undefined)?.facts.gate;
  return {
    called: 'slate',
    portfolioId: portfolios.size === 1 ? first.facts.portfolioId : '',
    status: unfit ? `not to be had as asked (one of it is ${unfit.facts.status})` : 'as asked',
    decidable: unfit ? [] : ['go'],
    parts: partsOf(items),
    needsClaim: true,
    ...claimOf(items, motionId),
    ...(gate ? { gate } : {}),
  };
};

const slateFacts = async (load: Load, components: readonly SlateItem[], motionId: string) => {
  const items: Item[] = [];
  for (const { projectId, ask } of components) {
    const facts = projectFacts(await load(Project, projectId));
    if (!facts) return undefined;
    items.push({ ask, facts });
  }
  return slateOf(items, motionId);
};

const modelFacts = async (load: Load, matter: Readonly<{ modelId: string; digest: string }>) => {
  const model = await load(ScoringModel, matter.modelId);
  if (model.status === 'absent') return undefined;
  const { portfolioId } = model;
  const isSame = await isAsTabled(load, matter);
  const status = isSame ? model.status : 'revised since it was tabled';
  return withoutComponent('scoring model', portfolioId, { status, isDecidable: status === 'draft' });
};

const programmeFacts = async (load: Load, portfolioId: string, nodeId: string) => {
  const node = nodeById(await load(Composition, compositionIdOf(portfolioId)), nodeId);
  if (node?.kind !== 'programme') return undefined;
  const { status } = node;
  const facts = withoutComponent('programme', portfolioId, { status, isDecidable: status === 'open' });
  const decidable = status === 'open' ? (['go', 'hold', 'defer', 'kill', 'complete'] as const) : [];
  return { ...facts, decidable };
};

/** What a motion is about, as a ballot sees it; `undefined` where there is none of it. */
export const matterFacts = async (
  load: Load,
  { matter, projectId, motionId, portfolioId }: About & Readonly<{ motionId: string; portfolioId: string }>,
): Promise<MatterFacts | undefined> => {
  switch (matter.on) {
    case 'component':
      return projectId === null ? undefined : projectFacts(await load(Project, projectId));
    case 're-baseline':
      return projectId === null ? undefined : reBaselineFacts(await load(Project, projectId));
    case 'waiver':
      return projectId === null ? undefined : waiverFacts(load, projectId, matter.conditionId);
    case 'slate':
      return slateFacts(load, matter.components, motionId);
    case 'scoring-model':
      return modelFacts(load, matter);
    case 'budget':
      return withoutComponent('budget', portfolioId, { status: 'open', isDecidable: true });
    case 'programme':
      return programmeFacts(load, portfolioId, matter.nodeId);
    default:
      return unreachable(matter);
  }
};
