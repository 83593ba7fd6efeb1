import { kinds } from './kinds';

/** What can stand in the way of passing a motion on, and of what is said of a decision after it was recorded. */
export const decisionKinds = {
  ...kinds(403, {
    'not-yours-to-escalate': 'Not yours to escalate',
    'not-yours-to-call-in': 'Not yours to call in',
  }),
  ...kinds(404, {
    'matter-unknown': 'What the motion is about is not there',
  }),
  ...kinds(409, {
    'motion-not-escalatable': 'Motion not to be passed on',
    'body-may-decide': 'The body may decide',
    'no-body-with-authority': 'No body with authority',
    'escalation-in-a-circle': 'Escalation in a circle',
    'decision-missing': 'No decision yet',
    'not-callable-in': 'Not to be called in',
    'call-in-over': 'Time to call in over',
    'call-in-running': 'Time to call in running',
    'decision-called-in': 'Decision called in',
    'decision-ratified': 'Decision ratified',
    'decision-superseded': 'Decision superseded',
    'nothing-to-supersede': 'Nothing to supersede',
    'superseded-from-below': 'Superseded from below',
    'waived-from-below': 'Waived from below',
  }),
  ...kinds(422, {
    'matter-malformed': 'Matter malformed',
    'not-the-next-body': 'Not the next body',
  }),
};
