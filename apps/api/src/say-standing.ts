import { say } from './say';
import type { RunningDocket } from './start';

/** How often what is waited for is looked at, in milliseconds. */
const LOOK_MS = 1_000;

type Waiting = Pick<RunningDocket, 'address' | 'waitsFor'>;

/** One that does not answer is not ready. */
const isReady = ({ waitsFor }: Waiting): Promise<boolean> =>
  waitsFor().then(
    (what) => what === undefined,
    () => false,
  );

const sayWhenReady = (docket: Waiting, lookMs: number): void => {
  const look = setTimeout(() => {
    void isReady(docket).then((isSo) => {
      if (isSo) say(`ready: ${docket.address}`);
      else sayWhenReady(docket, lookMs);
    });
  }, lookMs);
  look.unref();
};

/** Says where it serves: that it is ready, or what it waits for, and then once that the wait is over. */
export const sayStanding = async (docket: Waiting, lookMs = LOOK_MS): Promise<void> => {
  const where = `${docket.address}  (API ${docket.address}/api/docs, stop with Ctrl-C)`;
  const waitingFor = await docket.waitsFor();
  if (waitingFor === undefined) return say(`ready: ${where}`);
  say(`listening: ${where}, waiting for ${waitingFor}`);
  sayWhenReady(docket, lookMs);
};
