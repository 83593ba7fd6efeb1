import { Decimal, type Policy } from '@docket/kernel';
import type { Matter, MatterName } from './matter';
import type { MotionRefusal, TableMotion } from './motion.commands';

type Tabling = TableMotion['data'];

/** The most components that are decided at once: each is claimed, and its decision carried, one by one. */
export const MOST_IN_SLATE = 50;

const ON_ONE_COMPONENT: ReadonlySet<MatterName> = new Set(['component', 're-baseline', 'waiver']);

const isTwice = (components: Extract<Matter, { on: 'slate' }>['components']): boolean =>
  new Set(components.map(({ projectId }) => projectId)).size < components.length;

/** What is wrong with what a motion says it is about, taken by itself; `undefined` where nothing is. */
const flawOf = ({ matter, projectId }: Tabling): string | undefined => {
  if (ON_ONE_COMPONENT.has(matter.on) !== (projectId !== null))
    return projectId === null
      ? `A motion on a ${matter.on} names its project.`
      : `A motion on a ${matter.on} names no project of its own: leave projectId out.`;
  if (matter.on === 'budget')
    return Decimal.of(matter.amount).isNegative ? 'A budget is no negative amount.' : undefined;
  if (matter.on !== 'slate') return undefined;
  const { length } = matter.components;
  if (length < 2 || length > MOST_IN_SLATE)
    return `A slate has 2 to ${MOST_IN_SLATE} components; this one has ${length}.`;
  if (isTwice(matter.components)) return 'A component stands in the slate twice. Name each once.';
  return matter.components.some(({ ask }) => ask === 'conditional-go')
    ? 'A slate holds no conditional go: its conditions belong to one component. Table that one by itself.'
    : undefined;
};

/** What must hold of what a motion is about. */
export const matterPolicies: readonly Policy<Tabling, MotionRefusal>[] = [
  function matterIsWellFormed(data) {
    const message = flawOf(data);
    return message === undefined ? undefined : { code: 'matter-malformed', message };
  },
  function projectIsKnown({ project, matter: { on } }) {
    if (project) return undefined;
    return on === 'component' || on === 're-baseline'
      ? {
          code: 'project-unknown',
          message: 'There is no such project. List the projects of the portfolio.',
        }
      : {
          code: 'matter-unknown',
          message: `What this motion on a ${on} names is not there. List what the portfolio has, and name it by its id.`,
        };
  },
];
