import type { Policy } from '@docket/kernel';
import { matterPolicies } from './matter.policy';
import type { MotionRefusal, TableMotion } from './motion.commands';
import { supersedingPolicies } from './superseding.policy';
import { waiverIsOfItsBodyOrAbove } from './waiver.policy';

/** What must hold for a motion to be tabled. */
export const tablingPolicies: readonly Policy<TableMotion['data'], MotionRefusal>[] = [
  function bodyIsKnown({ body }) {
    if (body.status !== 'absent') return undefined;
    return {
      code: 'body-unknown',
      message: 'There is no such body. List the bodies of the portfolio, or establish it.',
    };
  },
  ...matterPolicies,
  function allOfOnePortfolio({ portfolioId, body, project }) {
    if (body.status !== 'absent' && body.portfolioId === portfolioId && project?.portfolioId === portfolioId)
      return undefined;
    return {
      code: 'another-portfolio',
      message: 'A body decides on what is of its own portfolio. Choose a body and a project of this one.',
    };
  },
  function questionIsAsked({ question }) {
    if (question.trim() !== '') return undefined;
    return { code: 'question-missing', message: 'Write the question the body is asked to decide.' };
  },
  function askFitsTheProject({ ask, project }) {
    if (!project || project.decidable.includes(ask)) return undefined;
    const open = project.decidable.join(', ');
    return {
      code: 'ask-does-not-fit',
      message: `The ${project.called} is ${project.status}: "${ask}" cannot be decided on it. ${open ? `Ask for one of: ${open}.` : 'No decision is open on it.'}`,
    };
  },
  function noOtherMotionIsOpen({ motionId, project }) {
    if (project?.openMotion === undefined || project.openMotion === motionId) return undefined;
    return {
      code: 'motion-already-open',
      message: `Another motion is open on this project${project.called === 'slate' ? ' or on another of the slate' : ''}. Table this one once that has ended: decided, lost or withdrawn.`,
    };
  },
  ...supersedingPolicies,
  waiverIsOfItsBodyOrAbove,
  function nothingElseIsCalledIn({ calledIn, earlier }) {
    const waiting = calledIn.find(({ motionId }) => motionId !== earlier?.motionId);
    if (!waiting) return undefined;
    return {
      code: 'decision-called-in',
      message: `Body ${waiting.bodyId} has called in the decision of motion ${waiting.motionId} on this project: only its own motion that supersedes it is tabled now.`,
    };
  },
  function projectIsClaimed({ project }) {
    if (project?.needsClaim === false || project?.openMotion !== undefined) return undefined;
    return {
      code: 'motion-not-claimed',
      message: 'The project is not claimed for this motion yet. Claim it first.',
    };
  },
];
