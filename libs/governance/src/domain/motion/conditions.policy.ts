import { isDay, type DecisionContext, type Policy } from '@docket/kernel';
import { isPast, type StatedCondition } from './conditions';
import type { MotionRefusal } from './motion.commands';
import type { Outcome } from './motion.events';

/** More than anybody follows up. */
export const MOST_CONDITIONS = 50;

type Stating = Readonly<{
  conditions: readonly StatedCondition[];
  outcome: Outcome;
  timeZone: string;
  context: DecisionContext;
}>;

/** "Condition 2", as people count. */
const nth = (index: number): string => `Condition ${index + 1}`;

/** The first condition of which it holds, by the name people call it by. */
const firstThat = (
  conditions: readonly StatedCondition[],
  holds: (one: StatedCondition) => boolean,
): string | undefined => {
  const index = conditions.findIndex(holds);
  return index < 0 ? undefined : nth(index);
};

/** What must hold of the conditions that are recorded with a decision. */
export const conditionPolicies: readonly Policy<Stating, MotionRefusal>[] = [
  function conditionalGoHasConditions({ conditions, outcome }) {
    if (outcome !== 'conditional-go' || conditions.length > 0) return undefined;
    return {
      code: 'conditions-missing',
      message: 'A conditional go has conditions: say what, by whom, until when, and what shows it.',
    };
  },
  function noOtherOutcomeHasAny({ conditions, outcome }) {
    if (outcome === 'conditional-go' || conditions.length === 0) return undefined;
    return {
      code: 'conditions-do-not-fit',
      message: `The decision is "${outcome}": only a conditional go has conditions. Leave them out.`,
    };
  },
  function notMoreThanAreFollowed({ conditions }) {
    if (conditions.length <= MOST_CONDITIONS) return undefined;
    return {
      code: 'too-many-conditions',
      message: `There are ${conditions.length} conditions and at most ${MOST_CONDITIONS} are followed. Put together what belongs together.`,
    };
  },
  function eachSaysWhatAndWhatShowsIt({ conditions }) {
    const blank = firstThat(conditions, ({ what, evidence }) => what.trim() === '' || evidence.trim() === '');
    if (!blank) return undefined;
    return {
      code: 'condition-text-missing',
      message: `${blank} does not say what is to be done, or what would show that it is. Write both.`,
    };
  },
  function eachHasAnOwner({ conditions }) {
    const orphan = firstThat(conditions, ({ owner }) => owner.trim() === '');
    if (!orphan) return undefined;
    return {
      code: 'condition-owner-missing',
      message: `${orphan} has no owner: name the one person who answers for it.`,
    };
  },
  function eachIsDueOnADay({ conditions }) {
    const undated = firstThat(conditions, ({ due }) => !isDay(due));
    if (!undated) return undefined;
    return { code: 'day-malformed', message: `${undated} is due on no day that exists. Write 2027-04-01.` };
  },
  function noneIsDueInThePast({ conditions, timeZone, context: { at } }) {
    const past = firstThat(conditions, ({ due }) => isPast(due, at, timeZone));
    if (!past) return undefined;
    return {
      code: 'condition-due-in-the-past',
      message: `${past} is due on a day that is over in ${timeZone}: nobody could meet it. Give today or a later day.`,
    };
  },
];
