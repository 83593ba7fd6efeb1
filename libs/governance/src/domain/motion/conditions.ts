import { canonicalJson, dayOf, endOfDay, isRedactedText, type Day, type Instant } from '@docket/kernel';

/** What happens when a condition lapses: the body it was set by is asked again, for a decision, for a hold, or for a kill. */
export type Consequence = 'escalate' | 'hold' | 'kill-motion';

/** A condition as it is stated with a decision: `evidence` says what would show that it is met. */
export type StatedCondition = Readonly<{
  what: string;
  /** The id of whoever answers for it. */
  owner: string;
  /** The last day on which it can be met, in the portfolio's time zone. */
  due: Day;
  evidence: string;
  consequence: Consequence;
}>;

/** A condition without what people wrote of it. `dueUntil` is the first instant after the due day. */
export type DecidedCondition = Readonly<{
  owner: string;
  due: Day;
  dueUntil: Instant;
  consequence: Consequence;
}>;

/** What was written of a condition; null where it cannot be read. Redacted, it says so. */
export type ConditionText = Readonly<{ what: string | null; evidence: string | null }>;

/** A condition with what was written of it. */
export type ToldCondition = DecidedCondition & ConditionText;

/** The first instant after a day in a time zone. */
export const dayIsOver = (day: Day, timeZone: string): Instant =>
  new Date(Date.parse(endOfDay(day, timeZone)) + 1).toISOString();

/** Whether the day has ended by the instant. */
export const isPast = (day: Day, at: Instant, timeZone: string): boolean => day < dayOf(at, timeZone);

/** A condition as an event keeps it: when its day ends is fixed with the decision. */
export const decidedCondition = (
  { owner, due, consequence }: StatedCondition,
  timeZone: string,
): DecidedCondition => ({ owner, due, dueUntil: dayIsOver(due, timeZone), consequence });

/** The texts of conditions in their order, as one JSON text: the field of words of a decision. */
export const conditionTextsOf = (conditions: readonly StatedCondition[]): string =>
  canonicalJson(conditions.map(({ what, evidence }) => ({ what, evidence })));

const parsed = (texts: string): unknown => {
  try {
    return JSON.parse(texts);
  } catch {
    return undefined;
  }
};

/** Joins conditions with their texts again. Redacted words say so of each: what there was of one is not known any more. */
export const toldConditions = (
  conditions: readonly DecidedCondition[],
  texts: string | undefined,
): readonly ToldCondition[] => {
  if (texts !== undefined && isRedactedText(texts))
    return conditions.map((condition) => ({ ...condition, what: texts, evidence: texts }));
  const value = texts === undefined ? undefined : parsed(texts);
  const told: readonly Partial<ConditionText>[] = Array.isArray(value) ? value : [];
  return conditions.map((condition, index) => {
    const { what = null, evidence = null } = told[index] ?? {};
    return { ...condition, what, evidence };
  });
};
