import { MADE_UP } from '@docket/host';
import type { TraceEntry } from '../http/trace';
import { html, type Html } from './html';
import { person } from './people';

const isMadeUp = ({ authentication }: Pick<TraceEntry, 'authentication'>): boolean =>
  authentication === MADE_UP;

/** Who is said to have done it; what the sample makes up is marked beside. */
export const doneBy = (entry: Pick<TraceEntry, 'actor' | 'authentication'>): string =>
  isMadeUp(entry) ? `${person(entry.actor)}, illustrative` : person(entry.actor);

/** Says of a project on which the sample makes up decisions that they are: nobody takes them for those of the real one. */
export const madeUpDecisions = (entries: readonly TraceEntry[]): Html =>
  entries.some((entry) => isMadeUp(entry) && entry.type.startsWith('DecisionCarried'))
    ? html`<p class="note">
        What was decided on it here is illustrative: made up for the sample, and not what became of the real
        project. What the sample makes up is marked so below.
      </p>`
    : html``;
