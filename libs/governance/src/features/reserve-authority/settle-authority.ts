import { loadState, runCommand, type CommandRuntime, type Request } from '@docket/kernel';
import { Grant, type GrantCommand } from '../../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../../domain/grant-register';
import { derivedRequest } from '../derived-request';

/** How the motion ended: `confirmed` are the grants its recorded decision was reserved under; none where it has no decision. */
export type Settling = Readonly<{ motionId: string; portfolioId: string; confirmed: readonly string[] }>;

const settledBy = (motionId: string, isConfirmed: boolean): GrantCommand => ({
  type: isConfirmed ? 'ConfirmReservation' : 'ReleaseReservation',
  data: { motionId },
});

/** Ends every reservation of a motion that has ended: confirms those of its decision and releases the rest. Repeated, it changes nothing. */
export const settleAuthority = async (
  runtime: CommandRuntime,
  request: Request,
  { motionId, portfolioId, confirmed }: Settling,
): Promise<void> => {
  const { bodies } = await loadState(runtime, GrantRegister, grantRegisterIdOf(portfolioId));
  for (const grantId of bodies.keys()) {
    const grant = await loadState(runtime, Grant, grantId);
    const isHeld =
      grant.status === 'given' &&
      grant.account.some((one) => one.motionId === motionId && one.state === 'reserved');
    if (!isHeld) continue;
    const isConfirmed = confirmed.includes(grantId);
    const asked = derivedRequest(runtime, request, 'settle-authority', { motionId, grantId, isConfirmed });
    await runCommand(runtime, Grant, grantId, asked, () => settledBy(motionId, isConfirmed));
  }
};
