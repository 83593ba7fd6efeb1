import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Body, type BodyState } from '../../domain/body';
import { Grant } from '../../domain/grant';

/** The body that gave a grant, gathered as a guard; absent where the portfolio did. Which one it is never changes. */
export const grantorOf = async (
  runtime: CommandRuntime,
  gather: Gather,
  grantId: string,
): Promise<BodyState> => {
  const grant = await loadState(runtime, Grant, grantId);
  if (grant.status === 'absent' || grant.from.kind === 'portfolio') return { status: 'absent' };
  return gather(Body, grant.from.bodyId);
};
