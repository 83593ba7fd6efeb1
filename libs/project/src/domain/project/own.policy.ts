import type { DecisionContext, Policy } from '@docket/kernel';
import type { KnownProject } from './project.state';

type Asked = Readonly<{ state: KnownProject; context: DecisionContext }>;

/** Whose right covers only what is their own acts on the projects they propose, sponsor or manage. */
export const withinReach: Policy<Asked, 'not-yours'> = ({ state, context: { actor, reach } }) =>
  reach === 'anything' || [state.proposer, state.sponsor, state.manager].includes(actor)
    ? undefined
    : {
        code: 'not-yours',
        message: `${actor} neither proposed nor sponsors nor manages "${state.name}": only they or the PMO may do this.`,
      };
