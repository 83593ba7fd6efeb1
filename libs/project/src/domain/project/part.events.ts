import type { Event } from '@docket/kernel';

/** The parts in a project that others can give to a person. Who proposed it gave that part to themselves. */
export const PARTS = ['sponsor', 'manager'] as const;
export type Part = (typeof PARTS)[number];

/** The person who was named does not take the part: nobody has it until another is named, or it is taken up again. */
export type PartDeclined = Event<
  'PartDeclined',
  { projectId: string; part: Part; personId: string; reason: string }
>;

/** Who declined takes the part up again, or may be named again where another has it by now. */
export type PartTakenUp = Event<'PartTakenUp', { projectId: string; part: Part; personId: string }>;
