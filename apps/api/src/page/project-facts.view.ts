import { standingInWords, type Baseline, type ProjectDetail, type ProjectStatus } from '@docket/project';
import { dayOf } from '@docket/kernel';
import { figuresInWords, type Setting } from './history.view';
import { person } from './people';
import { html, type Html } from './html';

const STATUS: Readonly<Record<ProjectStatus, string>> = {
  proposed: 'proposed, not decided yet',
  authorised: 'authorised',
  held: 'on hold',
  withdrawn: 'withdrawn',
  rejected: 'rejected',
  killed: 'killed',
  completed: 'completed',
  left: 'left without a recorded decision',
};

const fact = (label: string, value: string | null | undefined): Html =>
  value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : html``;

/** What a body authorised, in figures that have a name. */
const authorised = ({ wholeLifeCost, expectedBenefits, start, finish }: Baseline) => ({
  wholeLifeCost,
  benefits: expectedBenefits,
  start,
  finish,
});

const confidenceInWords = ({ confidence }: ProjectDetail): string | null =>
  confidence &&
  `${confidence.rating} (${confidence.scale}), ${confidence.reviewer === null ? 'as listed' : `judged by ${person(confidence.reviewer)}`} for ${confidence.day}`;

/** What a project is: its status, what was promised, what was authorised and what was last reported. */
export const projectFacts = (project: ProjectDetail, { currency, timeZone }: Setting): Html => {
  const { lastReport, businessCase, baseline } = project;
  const told = (figures: Parameters<typeof figuresInWords>[0]) => figuresInWords(figures, currency);
  const [now, first] = baseline
    ? [told(authorised(baseline.current)), told(authorised(baseline.original))]
    : [];
  return html`<dl class="facts">
    ${fact('Status', STATUS[project.status])}${fact('In no list since', project.absentFrom)}${fact('Department', project.department)}${fact('Category', project.category)}${fact('Known since', project.since)}${fact('Business case', businessCase && told({ ...businessCase, benefits: businessCase.expectedBenefits }))}${fact('Authorised with', now)}${fact('First authorised with', first === now ? null : first)}${fact('Last report', lastReport && `for ${lastReport.reportedFor}`)}${fact('Delivery confidence', confidenceInWords(project))}${fact('Reported', standingInWords(project.reported, lastReport?.reportedFor, currency))}${fact('Must-have', project.mustHave && `stands above the funding line: ${project.mustHave.reason} (marked by ${person(project.mustHave.by)} on ${dayOf(project.mustHave.since, timeZone)})`)}${fact('What it was about', project.description)}
  </dl>`;
};
