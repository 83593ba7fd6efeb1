import { byCodeUnits, type Instant } from '@docket/kernel';
import type { Task } from './to-do-of';

/**
 * What waits for a person: of motions what `toDoOf` says; to meet a condition they own, to confirm one, or to have the body decide on one that lapsed; to judge what a gate asks; to give the
 * closure report of work they managed.
 */
export type AnyTask =
  Task | 'meet-condition' | 'confirm-condition' | 'decide-lapsed' | 'judge-criterion' | 'give-closure-report';

/** One thing that waits for a person; `due` null where nothing says until when. What it is not about is null. */
export type AnyToDo = Readonly<{
  task: AnyTask;
  projectId: string | null;
  motionId: string | null;
  bodyId: string | null;
  conditionId: string | null;
  gateId: string | null;
  criterionId: string | null;
  /** What it is about, in words: the question of the motion, what the condition or the criterion says, what the project is called. */
  question: string;
  /** Since when it waits. */
  since: Instant;
  due: Instant | null;
}>;

/** Nothing in particular. */
export const ABOUT_NOTHING = {
  motionId: null,
  bodyId: null,
  conditionId: null,
  gateId: null,
  criterionId: null,
} as const;

/** Whose to-do it is, and what their roles let them do today to anything, beside what is their own. */
export type Asked = Readonly<{
  portfolioId: string;
  person: string;
  judgesCriteria?: boolean;
  closesAnything?: boolean;
}>;

/** What has an end before what has none, the earliest first. */
export const byDueThenAge = (a: AnyToDo, b: AnyToDo): number =>
  byCodeUnits(a.due ?? '~', b.due ?? '~') ||
  byCodeUnits(a.since, b.since) ||
  byCodeUnits(a.motionId ?? a.projectId ?? '', b.motionId ?? b.projectId ?? '') ||
  byCodeUnits(a.task, b.task) ||
  byCodeUnits(a.conditionId ?? a.criterionId ?? '', b.conditionId ?? b.criterionId ?? '');
