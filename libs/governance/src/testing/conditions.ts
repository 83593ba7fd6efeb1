import { commandRuntime, ProcessRunner, type EventStore, type Instant } from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import {
  conditionClock,
  conditionFollowUp,
  conditionIdOf,
  dispatchToCondition,
  dispatchToNewCondition,
  type StatedCondition,
} from '..';
import { anotherRuntime, decode, KeptCheckpoint, type Board } from './board';

/** What a conditional go of a spec leaves to be done, by pia, until the end of a day in London. */
export const survey: StatedCondition = {
  what: 'The ground survey is published.',
  owner: 'pam',
  due: '2026-04-01',
  evidence: 'The report with the signature of the geologist.',
  consequence: 'hold',
};

/** The first instant after that day. */
export const DUE_UNTIL: Instant = '2026-04-01T23:00:00.000Z';
/** The first instant at which evidence that was given in time can no longer be confirmed. */
export const CONFIRMABLE_UNTIL: Instant = '2026-04-15T23:00:00.000Z';

/** A board that has decided a conditional go with these conditions: the motion, and the ids its conditions will have. */
export const conditionalGo = async (board: Board, conditions: readonly StatedCondition[] = [survey]) => {
  const bodyId = await board.convene('mona');
  const projectId = await board.propose();
  const tabled = await board.table(bodyId, projectId, 'motion', 'conditional-go');
  const motionId = tabled.outcome === 'accepted' ? tabled.id : '';
  await board.open(motionId);
  for (const who of ['cleo', 'mona']) await board.vote(motionId, who, 'for');
  await board.close(motionId);
  const recorded = await board.record(motionId, conditions);
  const conditionIds = conditions.map((_, index) => conditionIdOf(motionId, index));
  return { bodyId, projectId, motionId, recorded, conditionIds };
};

/** The follow-up of conditions over a log. */
export const conditionsFollowedOver = (store: EventStore, seed: string) => {
  const runtime = anotherRuntime(store, seed);
  const dispatch = dispatchToNewCondition(runtime);
  return new ProcessRunner(conditionFollowUp, {
    runtime,
    decode,
    dispatch,
    checkpoint: new KeptCheckpoint(),
  });
};

/** The clocks of conditions over a log, at an instant; `onDue` is told what is to be woken when. */
export const conditionClocksOver = (
  store: EventStore,
  seed: string,
  at: Instant,
  onDue: (instance: string, due: Instant) => void = () => undefined,
) => {
  const runtime = commandRuntime(store, new SteppingClock(at), new CountingIds(seed));
  const dispatch = dispatchToCondition(runtime);
  return new ProcessRunner(conditionClock, {
    ...{ runtime, decode, dispatch, onDue },
    checkpoint: new KeptCheckpoint(),
  });
};
