import type { DecisionContext, Policy } from '@docket/kernel';
import type { KnownProject } from './project.state';

type Asked = Readonly<{ state: KnownProject; context: DecisionContext }>;

/** Whether somebody has a part in a project: proposed it, sponsors or manages it. */
export const hasPart = ({ proposer, sponsor, manager }: KnownProject, person: string): boolean =>
  [proposer, sponsor, manager].includes(person);

/** Whose right covers only what is their own acts on the projects they propose, sponsor or manage. */
export const withinReach: Policy<Asked, 'not-yours'> = ({ state, context: { actor, reach } }) =>
  reach === 'anything' || hasPart(state, actor)
    ? undefined
    : {
        code: 'not-yours',
        message: `${actor} neither proposed nor sponsors nor manages "${state.name}": only they or the PMO may do this.`,
      };
