import {
  accept,
  dayOf,
  firstRefusal,
  isDay,
  refuse,
  type Day,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import { daysExist, nameGiven } from './business-case.policy';
import { historyPolicies } from './history.policy';
import type {
  Description,
  ImportAuthorisedProject,
  NoteDeparture,
  NoteReturn,
  ProjectRefusal,
  RedescribeProject,
} from './project.commands';
import type {
  AuthorisedProjectImported,
  DepartureNoted,
  ProjectRedescribed,
  ReturnNoted,
} from './project.events';
import { rowOf, type KnownProject, type ProjectState } from './project.state';
import { alreadyKnown } from './proposal.decider';

type Said = Partial<Description>;

const said = ({ name, department, category, reference, description }: Said): Said =>
  Object.fromEntries(
    Object.entries({ name, department, category, reference, description }).filter(
      ([, text]) => text !== undefined,
    ),
  );

/** What is said otherwise than before; nothing said is no difference. */
const difference = (before: Description, given: Said): Said => {
  const known: Readonly<Record<string, string | undefined>> = before;
  return Object.fromEntries(Object.entries(said(given)).filter(([field, text]) => known[field] !== text));
};

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

export const importAuthorisedProject = (
  { data }: ImportAuthorisedProject,
  state: ProjectState,
  context: DecisionContext,
): Verdict<AuthorisedProjectImported, ProjectRefusal> => {
  const { projectId, portfolioId, portfolio, source, name } = data;
  if (state.status !== 'absent') {
    const before = state.rows.get(rowOf(source)) ?? state.description;
    return isEmpty(difference(before, data)) ? accept() : alreadyKnown(state);
  }
  const refused = firstRefusal(historyPolicies, { portfolio, context }) ?? firstRefusal([nameGiven], name);
  if (refused) return refused;
  const presentFrom = dayOf(context.at, portfolio.status === 'open' ? portfolio.timeZone : 'UTC');
  return accept({
    type: 'AuthorisedProjectImported',
    data: { projectId, portfolioId, presentFrom, ...said(data), name, source },
  });
};

export const redescribeProject = (
  { data }: RedescribeProject,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ProjectRedescribed, ProjectRefusal> => {
  const { projectId } = state;
  const { portfolio, source } = data;
  const recorded = state.rows.get(rowOf(source));
  if (recorded && isEmpty(difference(recorded, data))) return accept();
  const changed = difference(state.description, data);
  if (isEmpty(changed)) return accept();
  if (state.status === 'proposed')
    return refuse(
      'project-not-authorised',
      `"${state.name}" is a proposal. Revise its business case instead.`,
    );
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    firstRefusal([nameGiven], data.name ?? state.name) ??
    accept({ type: 'ProjectRedescribed', data: { projectId, ...changed, source } })
  );
};

/** Whether the lists known so far leave it out on that day. */
const isAbsentOn = ({ absences }: KnownProject, day: Day): boolean =>
  absences.some(({ from, until }) => from <= day && (until === undefined || day < until));

const lastTurn = ({ absences, since }: KnownProject): Day => {
  const last = absences.at(-1);
  return last?.until ?? last?.from ?? since;
};

const turnsOutOfOrder = (state: KnownProject, day: Day) =>
  day < lastTurn(state)
    ? refuse(
        'history-out-of-order',
        `Lists up to ${lastTurn(state)} are recorded, this one is of ${day}. Import the oldest file first.`,
      )
    : undefined;

export const noteDeparture = (
  { data }: NoteDeparture,
  state: KnownProject,
  context: DecisionContext,
): Verdict<DepartureNoted, ProjectRefusal> => {
  const { projectId, status } = state;
  const { absentFrom, source, portfolio } = data;
  if (isDay(absentFrom) && isAbsentOn(state, absentFrom)) return accept();
  if (status === 'proposed')
    return refuse(
      'project-not-authorised',
      `"${state.name}" is a proposal: no list of authorised work names it yet.`,
    );
  if (status !== 'authorised' && status !== 'held') return accept();
  return (
    firstRefusal([daysExist], { absentFrom }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    turnsOutOfOrder(state, absentFrom) ??
    accept({ type: 'DepartureNoted', data: { projectId, absentFrom, source } })
  );
};

export const noteReturn = (
  { data }: NoteReturn,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ReturnNoted, ProjectRefusal> => {
  const { projectId } = state;
  const { presentFrom, source, portfolio } = data;
  if (isDay(presentFrom) && !isAbsentOn(state, presentFrom)) return accept();
  return (
    firstRefusal([daysExist], { presentFrom }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    turnsOutOfOrder(state, presentFrom) ??
    accept({ type: 'ReturnNoted', data: { projectId, presentFrom, source } })
  );
};
