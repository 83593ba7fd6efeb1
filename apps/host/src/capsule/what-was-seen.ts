import { explainOf, modelById } from '@docket/assessment';
import {
  authorityFor,
  bodyById,
  componentsOf,
  grantsOf,
  type Matter,
  type MotionView,
  type Outcome,
} from '@docket/governance';
import { canonicalJson, type Reading } from '@docket/kernel';
import { compositionOf } from '@docket/portfolio';
import { dependenciesOfProject, gatesOfProjectAt, interestsOf, projectById } from '@docket/project';
import { modelBefore } from './model-before';

/** What a body has before it, by what it is about. */
export type Seen = Readonly<Record<string, unknown>>;

/** On which motion, in which portfolio. */
export type SeenOn = Readonly<{ motion: MotionView; portfolioId: string }>;

/** Also that there was no answer is what was seen: no model yet, no grant. */
const told = async (answer: Promise<object>): Promise<unknown> => {
  const said = await answer;
  return 'refusal' in said ? said.refusal : said;
};

type Component = Readonly<{ portfolioId: string; projectId: string }>;
type Asked = Readonly<{ ask: string; kind: string | null }>;

/** What there is to see of one component, and of who may decide so on it. */
const componentSeen = async (reading: Reading, of: Component, { ask, kind }: Asked): Promise<Seen> => {
  const { readModel, cut } = reading;
  const { portfolioId, projectId } = of;
  const authority = { projectId, outcome: ask as Outcome, ...(kind === null ? {} : { kind }) };
  const interests = await interestsOf(readModel, cut, { portfolioId });
  return {
    component: await told(projectById(readModel, cut, of)),
    gates: await told(gatesOfProjectAt(readModel, cut, of)),
    standing: await told(explainOf(readModel, cut, of)),
    model: await told(modelBefore(reading, portfolioId)),
    dependencies: await told(dependenciesOfProject(readModel, cut, of)),
    authority: await told(authorityFor(readModel, cut, authority)),
    interests: interests.filter(({ project }) => project.id === projectId),
  };
};

/** What there is to see of a matter that is no component. */
const matterSeen = async (
  { readModel, cut }: Reading,
  matter: Matter,
  portfolioId: string,
): Promise<Seen> => {
  switch (matter.on) {
    case 'scoring-model':
      return { ...matter, model: await told(modelById(readModel, cut, { modelId: matter.modelId })) };
    case 'programme':
    case 'budget':
      return { ...matter, composition: await told(compositionOf(readModel, cut, { portfolioId })) };
    default:
      return matter;
  }
};

/** What a slate asks of one of its components. */
const askIn = (matter: Matter, projectId: string): string =>
  (matter.on === 'slate' && matter.components.find((one) => one.projectId === projectId)?.ask) || 'go';

/** Every input of a decision, each as the question answers that is asked of it live. */
export const whatWasSeen = async (
  reading: Reading,
  { motion: { projectId, bodyId, ask, kind, matter }, portfolioId }: SeenOn,
): Promise<Seen> => {
  const { readModel, cut } = reading;
  const body = await told(bodyById(readModel, cut, { bodyId }));
  if (projectId !== null) {
    const seen = await componentSeen(reading, { portfolioId, projectId }, { ask, kind });
    return { ...seen, body, ...(matter.on === 'component' ? {} : { matter }) };
  }
  const components: Record<string, Seen> = {};
  for (const one of componentsOf({ matter, projectId })) {
    const asked = { ask: askIn(matter, one), kind };
    components[one] = await componentSeen(reading, { portfolioId, projectId: one }, asked);
  }
  const grants = await grantsOf(readModel, cut, { portfolioId, standing: 'in-force' });
  return { matter: await matterSeen(reading, matter, portfolioId), components, body, grants };
};

/** The bytes a capsule is kept as: what was seen, as canonical JSON in UTF-8. */
export const bytesOfSeen = (seen: Seen): Uint8Array => Buffer.from(canonicalJson(seen));
