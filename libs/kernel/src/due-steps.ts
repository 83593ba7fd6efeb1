import { defineTable, type Change } from './read-model.port';
import type { Instant } from './time';

/** A step of a process that waits for its instant: what the events of the process's own stream say, so that it is found without reading them. */
export type DueStepRow = Readonly<{ step: string; due: Instant }>;

/** One row per instance with a step that is to be taken later, by the id of the instance; scope is the name of the process. */
export const dueStepTable = defineTable<DueStepRow>('due_step', { step: 'text', due: 'text' });

/** The instance waits for that instant from now on. */
export const waitsFor = (
  process: string,
  instance: string,
  row: DueStepRow,
): readonly Change<DueStepRow>[] => [{ key: instance, scope: process, to: () => row }];

/** The instance waits for nothing any more. */
export const waitsNoMore = (process: string, instance: string): readonly Change<DueStepRow>[] => [
  { key: instance, scope: process, to: () => undefined },
];
