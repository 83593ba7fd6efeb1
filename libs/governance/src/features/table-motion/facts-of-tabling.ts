import type { Gather } from '@docket/kernel';
import type { TableMotion } from '../../domain/motion';
import { calledInOn, earlierDecision } from '../earlier-decision';
import { factsOf } from '../facts';
import type { TableMotionData } from './table-motion.command';

type Facts = Pick<TableMotion['data'], 'body' | 'project' | 'calledIn' | 'earlier'>;

/** What the tabling of a motion is judged by, gathered as guards. */
export const factsOfTabling = async (gather: Gather, data: TableMotionData): Promise<Facts> => {
  const { body, project } = await factsOf(gather, data);
  const calledIn = await calledInOn(gather, data.projectId);
  const earlier = await earlierDecision(gather, data);
  return { body, project, calledIn, ...(earlier ? { earlier } : {}) };
};
