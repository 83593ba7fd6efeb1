import type { Recorded } from '@docket/kernel';
import { specFor } from '@docket/kernel/testing';
import { lapsed, met, survey, waived } from '../../domain/condition/condition.scenes';
import { decider, type ConditionClockCommand, type ConditionClockTrigger } from './condition-clock.decider';
import type { ConditionClockEvent } from './condition-clock.events';
import { conditionClock, conditionClockOf, conditionDueStepProjection } from './condition-clock.process';

const { given } = specFor(decider);
const conditionId = 'condition';
const { dueUntil, confirmableUntil } = survey.data;

const recorded = (event: ConditionClockTrigger): Recorded<ConditionClockTrigger> => {
  const place = { stream: 'docket-condition-condition', revision: 0 };
  const meta = {
    ...place,
    ...{ previous: null, actor: 'cleo', authentication: 'local-session', commandId: 'command' },
    ...{ bodyDigest: 'digest', correlationId: 'correlation', recordedAt: '2026-03-02T09:00:00.000Z' },
    origin: 'live',
    portfolio: 'portfolio',
    guards: [],
  } as const;
  return { ...event, ...place, id: 'event', position: '9', meta };
};
const notice = (event: ConditionClockTrigger): ConditionClockCommand => ({
  type: 'Notice',
  data: { event: recorded(event) },
});
const ended = (step: 'due' | 'unconfirmed', code?: string): ConditionClockCommand => {
  const name = `lapse-condition-${step}`;
  return {
    type: 'EndStep',
    data: code === undefined ? { step: name, outcome: 'accepted' } : { step: name, outcome: 'refused', code },
  };
};
const set: ConditionClockEvent = {
  type: 'ConditionClockSet',
  data: { conditionId, portfolioId: 'portfolio', dueUntil, confirmableUntil },
};
const rung = (at: 'due' | 'unconfirmed'): ConditionClockEvent => ({
  type: 'ConditionClockRung',
  data: { conditionId, at, confirmableUntil },
});
const stopped: ConditionClockEvent = { type: 'ConditionClockStopped', data: { conditionId } };
const refused: ConditionClockEvent = {
  type: 'ConditionClockRefused',
  data: { conditionId, code: 'condition-not-open' },
};
const dueAfter = (...history: ConditionClockEvent[]) =>
  conditionClock
    .pending(history.reduce(decider.evolve, decider.initialState()))
    .map(({ step, due }) => [step, due]);

describe('The clock of a condition', () => {
  it('is set with it', () => given().when(notice(survey)).then(set));
  it('is set once', () => given(set).when(notice(survey)).thenNothing());
  it.each([met, waived, lapsed()])('stops when it has ended: $type', (end) =>
    given(set).when(notice(end)).then(stopped),
  );
  it('has nothing to stop once it has ended', () => given(set, stopped).when(notice(met)).thenNothing());
  it('rings when its day has ended, and once more when nobody confirmed', () => {
    given(set).when(ended('due')).then(rung('due'));
    given(set, rung('due')).when(ended('unconfirmed')).then(rung('unconfirmed'));
  });
  it('rings once at each', () => given(set, rung('due')).when(ended('due')).thenNothing());
  it('notes with which code it was refused', () =>
    given(set).when(ended('due', 'condition-not-open')).then(refused));

  it('waits for the end of the day, then for that of the fortnight, and for nothing once it has ended', () => {
    expect(dueAfter(set)).toEqual([['lapse-condition-due', dueUntil]]);
    expect(dueAfter(set, rung('due'))).toEqual([['lapse-condition-unconfirmed', confirmableUntil]]);
    for (const end of [stopped, refused]) expect(dueAfter(set, rung('due'), end)).toEqual([]);
    expect(dueAfter(set, rung('due'), rung('unconfirmed'))).toEqual([]);
  });

  it('is found by the instant it waits for, and not once it waits for none', () => {
    const row = { step: 'lapse-condition-due', due: dueUntil };
    const rowAfter = (at: 'due' | 'unconfirmed') => {
      const { stream, revision, id, position, meta } = recorded(survey);
      const data = { conditionId, at, confirmableUntil };
      const event = { type: 'ConditionClockRung', data, stream, revision, id, position, meta } as const;
      return conditionDueStepProjection.on.ConditionClockRung?.(event).map(({ key, to }) => [key, to(row)]);
    };
    expect(rowAfter('due')).toEqual([
      [conditionClockOf(conditionId), { step: 'lapse-condition-unconfirmed', due: confirmableUntil }],
    ]);
    expect(rowAfter('unconfirmed')).toEqual([[conditionClockOf(conditionId), undefined]]);
  });
});
