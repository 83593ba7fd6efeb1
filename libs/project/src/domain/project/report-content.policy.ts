import { Decimal, isDecimal, type Policy } from '@docket/kernel';
import {
  amountsNotNegative,
  amountsWellFormed,
  daysExist,
  finishNotBeforeStart,
} from './business-case.policy';
import { offItsScale } from './delivery-confidence';
import type { ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';
import { amountsOf } from './report-form';
import type { ReportContent } from './status-report';

/** What a report says, and of what. */
export type Told = Readonly<{ content: ReportContent; state: KnownProject }>;

type Telling = Policy<Told, ProjectRefusal>;

const everyAmount = ({ figures, personTimeHours, defects, satisfaction }: ReportContent) => ({
  ...amountsOf(figures),
  personTimeHours,
  'defects.size': defects?.size,
  'satisfaction.mean': satisfaction?.mean,
});

/** Asked before anything is made of a report. */
export const reportedAmountsWellFormed = (content: ReportContent): ReturnType<Telling> =>
  amountsWellFormed(everyAmount(content));

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;

const countsAreCounts: Telling = ({ content: { defects, satisfaction, requirements } }) => {
  const counts: Readonly<Record<string, number | undefined>> = {
    'defects.confirmed': defects?.confirmed,
    'satisfaction.asked': satisfaction?.asked,
    'satisfaction.responses': satisfaction?.responses,
    'satisfaction.favourable': satisfaction?.favourable,
    'requirements.assessed': requirements?.assessed,
    'requirements.met': requirements?.met,
  };
  const [field, count] = Object.entries(counts).find(([, one]) => one !== undefined && !isCount(one)) ?? [];
  return field === undefined
    ? undefined
    : { code: 'count-malformed', message: `${field} is ${count}. Count in whole numbers from 0.` };
};

const metIsAtMostAssessed: Telling = ({ content: { requirements } }) =>
  requirements && requirements.met > requirements.assessed
    ? {
        code: 'met-above-assessed',
        message: `${requirements.met} requirements would be met of ${requirements.assessed} assessed. Only what was assessed can be met.`,
      }
    : undefined;

const favourableAreAmongTheResponses: Telling = ({ content: { satisfaction } }) => {
  if (!satisfaction) return undefined;
  const { asked, responses, favourable } = satisfaction;
  if (favourable > responses)
    return {
      code: 'favourable-above-responses',
      message: `${favourable} favourable ratings would be among ${responses} responses. Count ratings of 4 and 5.`,
    };
  return asked !== undefined && responses > asked
    ? {
        code: 'responses-above-asked',
        message: `${responses} would have answered of ${asked} that were asked. Count those who were asked.`,
      }
    : undefined;
};

const meanIsOnTheScale: Telling = ({ content: { satisfaction } }) => {
  if (!isDecimal(satisfaction?.mean)) return undefined;
  const mean = Decimal.of(satisfaction.mean);
  return mean.compare(Decimal.of(1)) < 0 || mean.compare(Decimal.of(5)) > 0
    ? {
        code: 'mean-off-scale',
        message: `A mean of ${mean.toString()} lies off the scale of ratings, 1 to 5.`,
      }
    : undefined;
};

const sizeHasItsUnit: Telling = ({ content: { defects } }) =>
  defects && (defects.size === undefined) !== (defects.sizeUnit === undefined)
    ? {
        code: 'size-without-unit',
        message:
          'A size needs its unit, and a unit its size: 12 and "thousand lines". Give both, or neither.',
      }
    : undefined;

/** Planned and earned value are measured against a baseline, and the decision that authorises a proposal sets its first. */
const nothingIsEarnedOfAProposal: Telling = ({ content: { figures }, state }) =>
  state.status === 'proposed' && (figures.plannedValue ?? figures.earnedValue) !== undefined
    ? {
        code: 'value-before-baseline',
        message: `"${state.name}" has no baseline yet: it is proposed, and nothing of it is planned or earned before a decision authorises it. Leave planned and earned value out; what it has cost so far can be reported.`,
      }
    : undefined;

/** BAC: what the current baseline commits. Work that was imported has no baseline, and may be reported on as it is. */
const earnedValueIsWithinTheBudget: Telling = ({ content: { figures }, state }) => {
  const budget = state.baseline?.current.wholeLifeCost;
  if (figures.earnedValue === undefined || budget === undefined) return undefined;
  return Decimal.of(figures.earnedValue).compare(Decimal.of(budget)) > 0
    ? {
        code: 'earned-value-above-budget',
        message: `An earned value of ${figures.earnedValue} is above the budget at completion, ${budget}. All of the work is worth that much: earned value says how much of it is done. Report at most ${budget}.`,
      }
    : undefined;
};

const confidenceIsOnItsScale: Telling = ({ content: { confidence } }) =>
  confidence && offItsScale(confidence);

/** Asked before a report is held against what stands: a rating in it would be neither news nor nothing. */
export const confidenceIsJudgedApart: Telling = ({ content: { confidence }, state }) =>
  confidence && {
    code: 'confidence-not-reported',
    message: `Delivery confidence is the judgement of a reviewer, and no part of a report of "${state.name}". Somebody without a part in it judges it for a day, with a reason; the manager's own judgement goes into ownStatus.`,
  };

/** What is asked of every report, wherever it comes from. */
export const contentPolicies: readonly Telling[] = [
  ({ content: { figures } }) =>
    daysExist({ start: figures.start, finish: figures.finish, forecastFinish: figures.forecastFinish }),
  confidenceIsOnItsScale,
];

/** What is asked beside of a report that somebody gives today; imported figures stand as somebody else published them. */
export const liveContentPolicies: readonly Telling[] = [
  ({ content }) => amountsNotNegative(everyAmount(content)),
  ({ content }) => finishNotBeforeStart(content.figures),
  countsAreCounts,
  metIsAtMostAssessed,
  favourableAreAmongTheResponses,
  meanIsOnTheScale,
  sizeHasItsUnit,
  nothingIsEarnedOfAProposal,
  earnedValueIsWithinTheBudget,
];
