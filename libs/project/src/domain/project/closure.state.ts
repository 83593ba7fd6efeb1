import type { ClosureContent, ClosureEvent } from './closure.events';

/** The closure report as it stands, and the revision of the event that says so. */
export type KnownClosure = Readonly<{ revision: number; content: ClosureContent }>;

/** A closure report in its one form: fields that were not said are absent. */
export const closureContent = (said: ClosureContent): ClosureContent => {
  const { finalCost, start, finish, lessons, benefitOwner, noOwnerReason } = said;
  return {
    finalCost,
    ...(start === undefined ? {} : { start }),
    finish,
    lessons,
    ...(benefitOwner === undefined ? {} : { benefitOwner }),
    ...(noOwnerReason === undefined ? {} : { noOwnerReason }),
  };
};

export const closureAfter = ({ data }: ClosureEvent, revision: number): KnownClosure => ({
  revision,
  content: closureContent(data),
});
