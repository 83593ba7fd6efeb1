import type { DecisionContext, Policy } from '@docket/kernel';
import { barredFrom } from './interest.state';
import { partIn, type PeopleOf } from './part-in';
import { hasDeclined } from './part.state';
import type { KnownProject } from './project.state';

type Asked = Readonly<{ state: KnownProject; context: DecisionContext }>;

/** Whether somebody has a part in a project: proposed it, sponsors or manages it. */
export const hasPart = (people: PeopleOf, person: string): boolean => partIn(people, person) !== null;

/**
 * Whether somebody has a part or an interest in a project, or declined a part. Who declined may assess it and vote on it, and no more: what others
 * said of it is not theirs to take away, nor its must-have mark to give.
 */
export const isClose = (state: KnownProject, person: string): boolean =>
  barredFrom(state).has(person) || hasDeclined(state.declined, person);

/** Whose right covers only what is their own acts on the projects they propose, sponsor or manage. */
export const withinReach: Policy<Asked, 'not-yours'> = ({ state, context: { actor, reach } }) =>
  reach === 'anything' || hasPart(state, actor)
    ? undefined
    : {
        code: 'not-yours',
        message: `${actor} neither proposed nor sponsors nor manages "${state.name}": only they or the PMO may do this.`,
      };
