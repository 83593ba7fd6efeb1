import type { AssessmentHistory, ComponentContributions, ProjectAssessments } from '@docket/assessment';
import type {
  CaseRevision,
  ConfidenceAnswer,
  DependencyView,
  EarnedValueAnswer,
  ProjectDetail,
  ReportView,
} from '@docket/project';
import { dayOf } from '@docket/kernel';
import type { Setting } from '../history.view';
import type { Html } from '../html';
import type { Kept } from '../kept';
import { person } from '../people';
import { factList, sections, type Section } from '../table.view';
import { assessmentHistorySection } from './assessment-history.view';
import { assessmentsSection } from './assessments.view';
import { baselineSection } from './baseline.view';
import { businessCaseSection } from './business-case.view';
import { confidenceSection } from './confidence.view';
import { contributionsSection } from './contributions.view';
import { dependenciesSection } from './dependencies.view';
import { earnedValueSection } from './earned-value.view';
import { yourPartSection } from './parts.view';
import { reportSections } from './reports.view';
import { revisionsSection } from './revisions.view';

/** All that is known of a project beside its place in the ranking. */
export type ProjectFile = Readonly<{
  kept: Kept;
  setting: Setting;
  project: ProjectDetail;
  revisions: readonly CaseRevision[];
  reports: readonly ReportView[];
  confidence: ConfidenceAnswer;
  earned: EarnedValueAnswer;
  dependencies: readonly DependencyView[];
  contributions: ComponentContributions;
  /** Names of objectives by id, retired ones included. */
  objectives: ReadonlyMap<string, string>;
  assessments: readonly ProjectAssessments[];
  /** What became of each assessment, by every model. */
  assessed: AssessmentHistory;
  /** Numbers of the project's events, by their ids. */
  numbers: ReadonlyMap<string, number>;
  /** Who reads, where somebody is signed in. */
  reader?: string | undefined;
}>;

const mustHaveSection = (
  { mustHave }: ProjectDetail,
  { timeZone }: Pick<Setting, 'timeZone'>,
): readonly Section[] => {
  if (!mustHave) return [];
  const body = factList([
    ['Why', mustHave.reason],
    ['Marked', `${person(mustHave.by)}, ${dayOf(mustHave.since, timeZone)}`],
  ]);
  return [{ id: 'must-have', title: 'A must-have: it stands above every funding line', body }];
};

/** The file of a project, part by part; what there is nothing of is left out. */
export const projectFileView = (file: ProjectFile): Html => {
  const { project, setting, kept, objectives } = file;
  const { currency, timeZone } = setting;
  return sections([
    ...mustHaveSection(project, setting),
    ...yourPartSection(project, file.reader),
    ...businessCaseSection(project, setting),
    ...revisionsSection(file.revisions, { ...setting, kept, numbers: file.numbers }),
    ...baselineSection(project, currency),
    ...reportSections(file.reports, setting),
    ...confidenceSection(file.confidence, { timeZone, kept }),
    ...earnedValueSection(file.earned),
    ...dependenciesSection(file.dependencies, { here: project.id, kept, timeZone }),
    ...contributionsSection(file.contributions, { kept, objectives }),
    ...assessmentsSection(file.assessments, { kept, timeZone }),
    ...assessmentHistorySection(file.assessed, { kept, timeZone }),
  ]);
};
