import {
  accept,
  canonicalJson,
  firstRefusal,
  money,
  refuse,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import type { CloseProject, CorrectClosure } from './closure.commands';
import type { ClosedAs, ClosureContent, ClosureCorrected, ProjectClosed } from './closure.events';
import { closingPolicies } from './closure.policy';
import { closureContent } from './closure.state';
import { historyPolicies } from './history.policy';
import type { ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';

/** The content as an event keeps it; asked once its amount is known to be one. */
const written = (said: ClosureContent): ClosureContent =>
  closureContent({ ...said, finalCost: money(said.finalCost.amount, said.finalCost.currency) });

const isSame = (a: ClosureContent, b: ClosureContent): boolean => canonicalJson(a) === canonicalJson(b);

/** How the work ended, and the motion whose decision ended it. */
const endingOf = ({ carried, status }: KnownProject): Readonly<{ outcome: ClosedAs; motionId: string }> => {
  const ended = status === 'killed' ? 'kill' : 'complete';
  const [motionId = ''] = [...carried].findLast(([, outcome]) => outcome === ended) ?? [];
  return { outcome: status === 'killed' ? 'killed' : 'completed', motionId };
};

/** The closure report of ended work: given once, and corrected from then on. */
export const closeProject = (
  { data }: CloseProject,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ProjectClosed, ProjectRefusal> => {
  const { projectId, name, closure } = state;
  const { portfolio } = data;
  const refused =
    firstRefusal(closingPolicies, { data, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  const content = written(data);
  if (closure && isSame(closure.content, content)) return accept();
  if (closure)
    return refuse(
      'closure-already-given',
      `The closure report of "${name}" was given. Correct it, with the reason: both stay readable.`,
    );
  return accept({ type: 'ProjectClosed', data: { projectId, ...endingOf(state), ...content } });
};

/** The closure report anew, whole, with the reason; what it said before stays readable. */
export const correctClosure = (
  { data }: CorrectClosure,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ClosureCorrected, ProjectRefusal> => {
  const { projectId, name, closure } = state;
  const { portfolio, reason } = data;
  if (!closure)
    return refuse(
      'closure-not-given',
      `No closure report of "${name}" was given: there is nothing to correct.`,
    );
  const refused =
    firstRefusal(closingPolicies, { data, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  const content = written(data);
  if (isSame(closure.content, content)) return accept();
  if (reason.trim() === '')
    return refuse('reason-blank', 'Say why the closure report is corrected: both stay readable.');
  return accept({
    type: 'ClosureCorrected',
    data: { projectId, corrects: closure.revision, reason, ...content },
  });
};
