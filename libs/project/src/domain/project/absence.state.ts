import type { Day } from '@docket/kernel';
import type { DepartureNoted, ReturnNoted } from './project.events';

/** From the day a list left the project out, until (exclusive) the day one named it again. */
export type Absence = Readonly<{ from: Day; until?: Day }>;

export const absencesAfter = (
  absences: readonly Absence[],
  event: DepartureNoted | ReturnNoted,
): readonly Absence[] =>
  event.type === 'DepartureNoted'
    ? [...absences, { from: event.data.absentFrom }]
    : absences.map((absence) => ({ until: event.data.presentFrom, ...absence }));
