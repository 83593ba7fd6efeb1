import { dayOf } from '@docket/kernel';
import { item } from './sheet';

type Version = Readonly<{
  scale: string;
  rating: string;
  reason: string;
  number: number;
  withdrawn: Readonly<{ by: string; at: string; reason: string }> | null;
}>;

/** What is known of the delivery confidence of a project, as far as a terminal shows it. */
export type ConfidenceAnswer = Readonly<{
  counts: Readonly<{ scale: string; rating: string }> | null;
  why: string;
  judgements: readonly (Version &
    Readonly<{
      judgedFor: string;
      reviewer: string;
      notCounted: string | null;
      former: readonly Version[];
    }>)[];
  published: readonly object[];
}>;

/** The rating that counts and why it does; then each judgement with its reason, and what it said before. */
export const confidenceLines = (
  { counts, why, judgements, published }: ConfidenceAnswer,
  { timeZone, named }: Readonly<{ timeZone: string; named: (text: string) => string }>,
): readonly string[] => {
  if (judgements.length + published.length === 0) return [];
  const taken = ({ withdrawn }: Version, deep: number): readonly string[] =>
    withdrawn === null
      ? []
      : item(
          `withdrawn by ${named(withdrawn.by)} on ${dayOf(withdrawn.at, timeZone)}: ${withdrawn.reason}`,
          deep,
        );
  const told = ({ scale, rating, reason, number }: Version): string =>
    `${rating} (${scale}), event ${number}: ${reason}`;
  return [
    ...item(`${counts === null ? 'none' : `${counts.rating} (${counts.scale})`}. ${why}`),
    ...judgements.flatMap((one) => [
      ...item(`for ${one.judgedFor}, by ${named(one.reviewer)}: ${told(one)}`),
      ...taken(one, 2),
      ...(one.notCounted === null ? [] : item(`not counted: now its ${one.notCounted}`, 2)),
      ...one.former.flatMap((former) => [...item(`before: ${told(former)}`, 2), ...taken(former, 3)]),
    ]),
  ];
};
