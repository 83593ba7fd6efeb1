import {
  CallInDecisionCommand,
  CastVoteCommand,
  CloseBallotCommand,
  EscalateMotionCommand,
  OpenBallotCommand,
  RatifyDecisionCommand,
  RecordDecisionCommand,
  TableMotionCommand,
} from '@docket/governance';
import { keyOf } from './act-names';
import { said, type Makers } from './acts-here';
import { afterRecording } from './acts-that-follow';

/** How motions are commanded, from the question to the recorded decision and what is said of that. */
export const actsOfMotions: Makers<
  'table' | 'open' | 'vote' | 'close' | 'record' | 'escalate' | 'call-in' | 'ratify'
> = {
  table: (act, { portfolioId, bus, requests, knownAt, names }) => {
    const { by, ask, question, kind, supersedes } = act;
    const data = {
      portfolioId,
      bodyId: names.body(act.body),
      projectId: names.project(act.project),
      ask,
      question,
      ...(kind === undefined ? {} : { kind }),
      ...(supersedes === undefined ? {} : { supersedes: names.motion(supersedes) }),
    };
    const request = requests({ by, operation: 'table-motion', key: keyOf(act), body: data }, knownAt);
    return [() => bus.execute(new TableMotionCommand(request, data))];
  },
  open: ({ by, motion, closesAt }, here) => {
    const until = closesAt === undefined ? {} : { closesAt };
    const data = { motionId: here.names.motion(motion), ...until };
    const request = said(here, { by, operation: 'open-ballot', about: motion }, data);
    return [() => here.bus.execute(new OpenBallotCommand(request, data))];
  },
  vote: ({ motion, votes }, here) =>
    votes.map(([by, choice, reason]) => () => {
      const data = { motionId: here.names.motion(motion), choice, reason };
      const request = said(here, { by, operation: 'cast-vote', about: motion }, data);
      return here.bus.execute(new CastVoteCommand(request, data));
    }),
  close: ({ by, motion }, here) => {
    const data = { motionId: here.names.motion(motion) };
    const request = said(here, { by, operation: 'close-ballot', about: motion }, data);
    return [() => here.bus.execute(new CloseBallotCommand(request, data))];
  },
  record: (act, here) => {
    const { by, motion, rationale, conditions = [] } = act;
    const data = { motionId: here.names.motion(motion), rationale, conditions };
    const request = said(here, { by, operation: 'record-decision', about: motion }, data);
    return [() => here.bus.execute(new RecordDecisionCommand(request, data)), ...afterRecording(act, here)];
  },
  escalate: ({ by, motion, reason }, here) => {
    const data = { motionId: here.names.motion(motion), reason };
    const request = said(here, { by, operation: 'escalate-motion', about: motion }, data);
    return [() => here.bus.execute(new EscalateMotionCommand(request, data))];
  },
  'call-in': ({ by, motion, reason }, here) => {
    const data = { motionId: here.names.motion(motion), reason };
    const request = said(here, { by, operation: 'call-in-decision', about: motion }, data);
    return [() => here.bus.execute(new CallInDecisionCommand(request, data))];
  },
  ratify: ({ by, motion, reason }, here) => {
    const data = { motionId: here.names.motion(motion), reason };
    const request = said(here, { by, operation: 'ratify-decision', about: motion }, data);
    return [() => here.bus.execute(new RatifyDecisionCommand(request, data))];
  },
};
