import { loadState, type CommandRuntime } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Motion } from '../../domain/motion';

/** Where there is no such motion or portfolio, which other rules refuse. */
const ANY = 'UTC';

/** The time zone in which a motion's portfolio lives: fixed when the portfolio is opened, so that finding out needs no guard. */
export const timeZoneOfMotion = async (runtime: CommandRuntime, motionId: string): Promise<string> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent') return ANY;
  const portfolio = await loadState(runtime, Portfolio, motion.portfolioId);
  return portfolio.status === 'absent' ? ANY : portfolio.timeZone;
};
