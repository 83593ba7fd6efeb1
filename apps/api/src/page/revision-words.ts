import { fieldInWords, saidInWords, type CaseRevision, type FieldDifference } from '@docket/project';

const told = (path: string, value: FieldDifference['before'], currency: string): string => {
  if (value === null) return 'nothing';
  const text = saidInWords(path, value, currency);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** The first differences of a revision, and how many there are beside. */
const SHOWN = 4;

const inWords = (differences: readonly FieldDifference[], currency: string): string => {
  const shown = differences.slice(0, SHOWN).map(({ path, before, after }) => {
    const [from, to] = [told(path, before, currency), told(path, after, currency)];
    return `${fieldInWords(path)}: ${from} → ${to}`;
  });
  const rest = differences.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
};

/** What each revision of a business case changed, in one short line, by the id of its event; not what was first stated, nor parts. */
export const revisionsInWords = (
  revisions: readonly CaseRevision[],
  currency: string,
): ReadonlyMap<string, string> =>
  new Map(
    revisions
      .filter(({ number, part }) => number > 1 && part === null)
      .map(({ eventId, differences }) => [eventId, inWords(differences, currency)]),
  );
