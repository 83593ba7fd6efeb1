import { derivedUuid, unreachable, type Instant } from '@docket/kernel';
import type { ConditionEvent, ConditionSet, EvidenceGiven } from './condition.events';

type Known = ConditionSet['data'];

/** `latest` is the evidence given last; `inTime`: evidence was there before the due day ended. */
type Shown = Readonly<{ latest: EvidenceGiven['data'] | undefined; inTime: boolean }>;

export type OpenCondition = Readonly<{ status: 'open' }> & Shown & Known;
export type EndedCondition = Readonly<{ status: 'met' | 'waived' | 'released' | 'lapsed' }> & Shown & Known;
export type KnownCondition = OpenCondition | EndedCondition;
export type ConditionState = Readonly<{ status: 'absent' }> | KnownCondition;

/** The id of a condition: the same whoever asks, so that a motion can name its conditions before they are set. */
export const conditionIdOf = (motionId: string, index: number): string =>
  derivedUuid('condition', motionId, `${index}`);

/** How long evidence that was given in time may be confirmed after the due day, in days of 24 hours: two meetings of a fortnight's board. */
export const CONFIRMATION_DAYS = 14;
const DAY_MS = 86_400_000;

/** The first instant at which evidence that was given in time is confirmed too late. */
export const confirmableUntil = (dueUntil: Instant): Instant =>
  new Date(Date.parse(dueUntil) + CONFIRMATION_DAYS * DAY_MS).toISOString();

type Timed = Pick<OpenCondition, 'inTime' | 'dueUntil' | 'confirmableUntil'>;

/** The first instant at which an open condition has lapsed. */
export const lapsesAt = ({ inTime, ...until }: Timed): Instant =>
  inTime ? until.confirmableUntil : until.dueUntil;

export const initialState = (): ConditionState => ({ status: 'absent' });

export const evolve = (state: ConditionState, event: ConditionEvent): ConditionState => {
  if (event.type === 'ConditionSet')
    return { ...event.data, status: 'open', latest: undefined, inTime: false };
  if (state.status !== 'open') return state;
  switch (event.type) {
    case 'EvidenceGiven':
      // Evidence is taken only until the condition lapses, so that the first of it was there in time.
      return { ...state, latest: event.data, inTime: true };
    case 'ConditionMet':
      return { ...state, status: 'met' };
    case 'ConditionWaived':
      return { ...state, status: 'waived' };
    case 'ConditionReleased':
      return { ...state, status: 'released' };
    case 'ConditionLapsed':
      return { ...state, status: 'lapsed' };
    case 'MotionCalledFor':
      return state;
    default:
      return unreachable(event);
  }
};
