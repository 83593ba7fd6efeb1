import type { Policy } from '@docket/kernel';
import type { MotionRefusal, TableMotion } from './motion.commands';

/** What must hold for a motion to be tabled. */
export const tablingPolicies: readonly Policy<TableMotion['data'], MotionRefusal>[] = [
  function bodyIsKnown({ body }) {
    if (body.status !== 'absent') return undefined;
    return {
      code: 'body-unknown',
      message: 'There is no such body. List the bodies of the portfolio, or establish it.',
    };
  },
  function projectIsKnown({ project }) {
    if (project) return undefined;
    return {
      code: 'project-unknown',
      message: 'There is no such project. List the projects of the portfolio.',
    };
  },
  function allOfOnePortfolio({ portfolioId, body, project }) {
    if (body.status !== 'absent' && body.portfolioId === portfolioId && project?.portfolioId === portfolioId)
      return undefined;
    return {
      code: 'another-portfolio',
      message: 'A body decides on projects of its own portfolio. Choose a body and a project of this one.',
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
      message: `The project is ${project.status}: "${ask}" cannot be decided on it. ${open ? `Ask for one of: ${open}.` : 'No decision is open on it.'}`,
    };
  },
  function noOtherMotionIsOpen({ motionId, project }) {
    if (project?.openMotion === undefined || project.openMotion === motionId) return undefined;
    return {
      code: 'motion-already-open',
      message: 'Another motion is open on this project. Wait until it is closed, then table this one.',
    };
  },
  function projectIsClaimed({ project }) {
    if (project?.openMotion !== undefined) return undefined;
    return {
      code: 'motion-not-claimed',
      message: 'The project is not held for this motion yet. Claim it first.',
    };
  },
];
