import { dayOf, rounded } from '@docket/kernel';
import type { Contribution, EndStatus, ProjectAnswer } from './project-answer';
import { item } from './sheet';

/** What has become of a project since; nothing is said of one that stands. */
const ended = ({ status, since, stands }: EndStatus, timeZone: string): string => {
  if (stands) return '';
  const day = dayOf(since, timeZone);
  return status === 'left' ? `, which left the portfolio on ${day}` : `, which was ${status} on ${day}`;
};

/** What a project depends on and what depends on it, with what has become of the other. */
export const dependencyLines = (
  { dependencies: { rows } }: ProjectAnswer,
  timeZone: string,
): readonly string[] =>
  rows.flatMap(({ kind, fromName, toName, fromStatus, toStatus, reason }) => {
    const [from, to] = [ended(fromStatus, timeZone), ended(toStatus, timeZone)];
    return item(`${fromName}${from}${from && ','} ${kind} ${toName}${to}: ${reason}`);
  });

const levelInWords = ({ level, name }: Contribution['level']): string => `${level} (${name})`;

/** What was claimed beside what was confirmed, where they differ; a claim made anew waits beside the level that counts. */
const standing = ({ status, level, claimed, confirmation }: Contribution): string => {
  if (!confirmation) return status;
  const confirmed = `confirmed ${levelInWords(level)}`;
  if (status === 'claimed') return `${confirmed}; a claim of ${levelInWords(claimed)} waits`;
  return claimed.level === level.level ? status : `claimed ${levelInWords(claimed)}, ${confirmed}`;
};

/** Which objectives a project serves how strongly, and the alignment that follows. */
export const contributionLines = ({
  contributions: { contributions, alignment },
  objectives,
}: ProjectAnswer): readonly string[] =>
  contributions.length === 0
    ? []
    : [
        ...contributions.flatMap((one) =>
          item(
            `${objectives.rows.find(({ id }) => id === one.objectiveId)?.name ?? one.objectiveId}: ${one.level.name}, ${standing(one)}`,
          ),
        ),
        ...item(
          `alignment: ${alignment.value === null ? 'not available' : `${rounded(alignment.value, 1)} of 100`}`,
        ),
      ];
