import { kinds } from './kinds';

/** What can stand in the way of gates, and of the closure of what has ended. */
export const gateKinds = {
  ...kinds(404, {
    'gate-unknown': 'No such gate',
    'closure-not-given': 'No closure report',
  }),
  ...kinds(409, {
    'gate-out-of-order': 'Gate out of order',
    'not-at-this-gate': 'Not at this gate',
    'gate-not-met': 'Gate not met',
    'project-not-ended': 'Project has not ended',
    'closure-already-given': 'Closure report already given',
  }),
  ...kinds(422, {
    'gates-missing': 'Gates missing',
    'gate-twice': 'Gate twice',
    'gate-asks-nothing': 'Gate asks nothing',
    'wording-blank': 'Wording missing',
    'another-currency': 'Another currency',
    'closure-from-the-future': 'Closure from the future',
    'start-missing': 'Start missing',
    'lessons-missing': 'Lessons missing',
    'benefit-owner-missing': 'Owner of the benefits missing',
    'benefit-owner-contradicted': 'Owner of the benefits contradicted',
  }),
};
