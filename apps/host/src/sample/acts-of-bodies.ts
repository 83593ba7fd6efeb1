import { EstablishBodyCommand, GiveGrantCommand, SeatMemberCommand } from '@docket/governance';
import { AddNodeCommand } from '@docket/portfolio';
import {
  CloseProjectCommand,
  DeclareInterestCommand,
  PlaceProjectCommand,
  ProposeProjectCommand,
  WithdrawInterestCommand,
} from '@docket/project';
import { keyOf } from './act-names';
import { said, type Makers } from './acts-here';

/** How the frame of decisions is commanded: what is decided on, by whom, and how far they may go. */
export const actsOfBodies: Makers<
  | 'add-node'
  | 'place'
  | 'propose'
  | 'establish'
  | 'seat'
  | 'grant'
  | 'declare-interest'
  | 'withdraw-interest'
  | 'close-project'
> = {
  'add-node': (act, { portfolioId, bus, requests, knownAt }) => {
    const { by, kind, name, lead } = act;
    const data = { portfolioId, parentId: portfolioId, kind, name, lead };
    const request = requests({ by, operation: 'add-node', key: keyOf(act), body: data }, knownAt);
    return [() => bus.execute(new AddNodeCommand(request, data))];
  },
  place: ({ by, project, node }, here) => {
    const data = { projectId: here.names.project(project), nodeId: here.names.node(node) };
    const request = said(here, { by, operation: 'place-project', about: project }, data);
    return [() => here.bus.execute(new PlaceProjectCommand(request, data))];
  },
  propose: (act, { portfolioId, bus, requests, knownAt }) => {
    const { by, stated } = act;
    const request = requests({ by, operation: 'propose-project', key: keyOf(act), body: stated }, knownAt);
    return [() => bus.execute(new ProposeProjectCommand(request, { portfolioId, ...stated }))];
  },
  establish: (act, { portfolioId, bus, requests, knownAt }) => {
    const { by, name, quorum, carryRule, minimumSeats } = act;
    const data = { portfolioId, name, quorum, carryRule, minimumSeats };
    const request = requests({ by, operation: 'establish-body', key: keyOf(act), body: data }, knownAt);
    return [() => bus.execute(new EstablishBodyCommand(request, data))];
  },
  seat: (act, here) => {
    const { act: _, by, body, ...seat } = act;
    const data = { bodyId: here.names.body(body), ...seat };
    const about = `${body}/${seat.personId}`;
    const request = said(here, { by, operation: 'seat-member', about }, data);
    return [() => here.bus.execute(new SeatMemberCommand(request, data))];
  },
  grant: (act, { portfolioId, bus, requests, knownAt, names }) => {
    const { by, from, to, authority, maySubDelegate, callInHours } = act;
    const data = {
      portfolioId,
      from:
        'body' in from
          ? ({ kind: 'body', bodyId: names.body(from.body) } as const)
          : ({ kind: 'grant', grantId: names.grant(from.grant) } as const),
      bodyId: names.body(to),
      authority: { ...authority, domains: authority.domains?.map(names.node) ?? null },
      maySubDelegate,
      callInHours,
    };
    const request = requests({ by, operation: 'grant-authority', key: keyOf(act), body: data }, knownAt);
    return [() => bus.execute(new GiveGrantCommand(request, data))];
  },
  'declare-interest': ({ by, project, personId, nature, description }, here) => {
    const data = { projectId: here.names.project(project), personId, nature, description };
    const request = said(here, { by, operation: 'declare-interest', about: project }, data);
    return [() => here.bus.execute(new DeclareInterestCommand(request, data))];
  },
  'withdraw-interest': ({ by, project, personId, reason }, here) => {
    const data = { projectId: here.names.project(project), personId, reason };
    const request = said(here, { by, operation: 'withdraw-interest', about: project }, data);
    return [() => here.bus.execute(new WithdrawInterestCommand(request, data))];
  },
  'close-project': (act, here) => {
    const { act: _, by, project, ...content } = act;
    const data = { projectId: here.names.project(project), ...content };
    const request = said(here, { by, operation: 'close-project', about: project }, data);
    return [() => here.bus.execute(new CloseProjectCommand(request, data))];
  },
};
