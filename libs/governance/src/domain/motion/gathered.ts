import { refuse } from '@docket/kernel';
import type { CloseBallot } from './motion.commands';

/** The body and the project of a motion as gathered; a motion was tabled on both, so that their absence is no case. */
export const gathered = ({ body, project }: Pick<CloseBallot['data'], 'body' | 'project'>) => {
  if (body.status === 'absent') return refuse('body-unknown', 'The body of this motion is not in this log.');
  if (!project) return refuse('project-unknown', 'The project of this motion is not in this log.');
  return { outcome: 'gathered', body, project } as const;
};

/** The refusal of whatever is asked of a motion that is not there. */
export const unknownMotion = () =>
  refuse('motion-unknown', 'There is no such motion. List the motions of the portfolio.');
