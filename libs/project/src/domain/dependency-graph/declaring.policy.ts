import type { DecisionContext, Policy } from '@docket/kernel';
import { stands } from '../project/standing';
import { contradictionBy, contradictionInWords } from './contradiction';
import type { DependencyRefusal, DependencyState, EndFacts } from './dependency.state';
import { pathBetween, waiting, type Dependency } from './dependency-path';

type KnownEnd = Extract<EndFacts, { status: 'known' }>;

/** What a declared dependency is judged by. */
export type Declaring = Readonly<{
  dependencyId: string;
  dependency: Dependency;
  ends: readonly [KnownEnd, KnownEnd];
  state: DependencyState;
  context: DecisionContext;
  portfolioId: string;
}>;

const namedIn = ({ names }: DependencyState, ends: readonly KnownEnd[]): ((projectId: string) => string) => {
  const all = new Map([...names, ...ends.map(({ projectId, name }) => [projectId, name] as const)]);
  return (projectId) => `"${all.get(projectId) ?? projectId}"`;
};

const hasEnded = ({ projectStatus }: KnownEnd): boolean => !stands(projectStatus);

/** What is waited for may be completed: then the waiting is over. */
const isMetBy = (dependency: Dependency, { projectId, projectStatus }: KnownEnd): boolean =>
  projectStatus === 'completed' && waiting(dependency)?.whom === projectId;

const endedInWords = (dependency: Dependency, ended: KnownEnd, other: KnownEnd): string => {
  const { name, projectStatus, projectId } = ended;
  const said = `"${name}" ${projectStatus === 'left' ? 'has left the portfolio' : `is ${projectStatus}`}`;
  return waiting(dependency)?.whom === projectId
    ? `${said}: "${other.name}" would wait for it for ever. Name a project that stands, or is completed.`
    : `${said}: what has ended waits for nothing, excludes nothing and is chosen with nothing. Name a project that is proposed, authorised or held.`;
};

export const declaringPolicies: readonly Policy<Declaring, DependencyRefusal>[] = [
  function endsStandInThisPortfolio({ ends, portfolioId }) {
    const stranger = ends.find((end) => end.portfolioId !== portfolioId);
    return (
      stranger && {
        code: 'another-portfolio',
        message: `"${stranger.name}" stands in another portfolio. Projects of one portfolio depend on each other.`,
      }
    );
  },
  function itIsWithinReach({ ends, context: { actor, reach } }) {
    if (reach === 'anything' || ends.some(({ people }) => people.includes(actor))) return undefined;
    return {
      code: 'not-yours',
      message: `${actor} neither proposed nor sponsors nor manages "${ends[0].name}" or "${ends[1].name}": only they or the PMO may declare this.`,
    };
  },
  function twoProjectsDepend({ dependency: { from, to }, ends }) {
    return from === to
      ? {
          code: 'dependency-on-itself',
          message: `"${ends[0].name}" cannot depend on itself. Name another project.`,
        }
      : undefined;
  },
  function endsStand({ dependency, ends }) {
    const ended = ends.find((end) => hasEnded(end) && !isMetBy(dependency, end));
    const other = ends.find((end) => end !== ended);
    return ended && other && { code: 'dependency-on-ended', message: endedInWords(dependency, ended, other) };
  },
  function itIsNew({ dependencyId, state, ends, dependency: { kind } }) {
    return state.dependencies.has(dependencyId)
      ? {
          code: 'dependency-already-declared',
          message: `"${ends[0].name}" ${kind} "${ends[1].name}" is declared already. Remove it first to give another reason.`,
        }
      : undefined;
  },
  function itContradictsNone({ dependency, state, ends }) {
    const found = contradictionBy(dependency, [...state.dependencies.values()]);
    return (
      found && {
        code: 'dependency-contradicts',
        message: `${contradictionInWords(found, namedIn(state, ends))} Leave this one out, or remove one of the others first.`,
      }
    );
  },
  function itClosesNoCircle({ dependency, state, ends }) {
    const wait = waiting(dependency);
    const back = wait && pathBetween(state.dependencies.values(), wait.whom, wait.who);
    if (!wait || !back) return undefined;
    const told = [wait.who, ...back].map(namedIn(state, ends)).join(' → ');
    return {
      code: 'circle-of-dependencies',
      message: `Each would wait for the next in a circle: ${told}. Leave one of these dependencies out.`,
    };
  },
];
