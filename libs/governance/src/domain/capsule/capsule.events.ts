import type { Event } from '@docket/kernel';

/**
 * The bytes of what a body had before it when a ballot opened lie among the records under `digest`, their SHA-256. `opened` is the revision of the opening in the
 * motion's stream, `number` the number of that event, as of which was asked; `definition` is the version of what turned events into answers.
 */
export type CapsuleKept = Event<
  'CapsuleKept',
  {
    motionId: string;
    portfolioId: string;
    opened: number;
    number: number;
    digest: string;
    /** How many bytes there are. */
    size: number;
    definition: string;
  }
>;

export type CapsuleEvent = CapsuleKept;
