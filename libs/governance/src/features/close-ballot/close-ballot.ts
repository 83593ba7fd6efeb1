import { runCommand, type CommandRuntime, type Gather, type Request } from '@docket/kernel';
import { Motion, type CloseBallot } from '../../domain/motion';
import { factsOfClosing } from '../facts';
import type { CloseBallotData } from './close-ballot.command';

/** Ends the voting and counts, by who conducts the ballot or by its clock: the same facts are judged. */
export const closeBallot = (runtime: CommandRuntime, request: Request, { motionId }: CloseBallotData) => {
  const command = async (gather: Gather): Promise<CloseBallot> => ({
    type: 'CloseBallot',
    data: await factsOfClosing(runtime, gather, motionId),
  });
  return runCommand(runtime, Motion, motionId, request, command);
};
