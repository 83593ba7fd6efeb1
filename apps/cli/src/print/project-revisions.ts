import { dayOf } from '@docket/kernel';
import { valueInWords } from './field-words';
import type { PartChange, ProjectAnswer, Telling } from './project-answer';
import { item } from './sheet';

/** Fields of a case that hold the id of a person. */
const PERSON = /(^|\/)(sponsor|manager|owner)$/;

const revised = (number: number, part: PartChange | null): string => {
  if (part?.event === 'PartTakenUp') return `: takes up the part of ${part.part}`;
  if (part) return `: declines to be ${part.part}: ${part.reason ?? ''}`;
  return number === 1 ? ': as first stated' : '';
};

/** Each revision of the case with what it says otherwise; parts that were declined or taken up among them. */
export const revisionLines = (
  { revisions: { rows } }: ProjectAnswer,
  { timeZone, named }: Telling,
): readonly string[] =>
  rows.flatMap(({ number, date, actor, differences, part }) => [
    ...item(`${number}, ${dayOf(date, timeZone)}, by ${named(actor)}${revised(number, part)}`),
    ...(number === 1
      ? []
      : differences.flatMap(({ path, before, after }) =>
          item(
            `${path}: ${[before, after].map((one) => (PERSON.test(path) ? named(valueInWords(one)) : valueInWords(one))).join(' → ')}`,
            2,
          ),
        )),
  ]);
