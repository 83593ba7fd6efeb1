import { confidenceLines } from './confidence';
import type { ProjectAnswer, Telling } from './project-answer';
import { caseLines, projectFacts } from './project-case';
import { earnedValueLines } from './project-figures';
import { contributionLines, dependencyLines } from './project-relations';
import { reportLines } from './project-reports';
import { revisionLines } from './project-revisions';
import { part, sheet } from './sheet';

export type { ProjectAnswer } from './project-answer';

/** A project part by part; what there is nothing of is left out. */
export const projectPage = (
  answer: ProjectAnswer,
  timeZone: string,
  named: Telling['named'] = (text) => text,
): string => {
  const telling = { timeZone, named };
  const lines = [
    ...projectFacts(answer, telling),
    '',
    ...caseLines(answer, telling),
    ...part('Revisions of the case', revisionLines(answer, telling)),
    ...part('Latest reports', reportLines(answer, telling)),
    ...part('Delivery confidence', confidenceLines(answer.confidence, telling)),
    ...part('Earned value, against the current baseline', earnedValueLines(answer)),
    ...part('Dependencies', dependencyLines(answer, timeZone)),
    ...part('Contributions', contributionLines(answer)),
  ];
  return sheet(answer.project.name, answer.asOf, { timeZone, lines: lines.slice(0, -1) });
};
