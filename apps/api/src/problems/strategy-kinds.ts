import { kinds } from './kinds';

/** Problems with the composition and the strategy of a portfolio, and with what serves its objectives. */
export const strategyKinds = {
  ...kinds(403, {
    'not-yours-to-confirm': 'Not yours to confirm',
  }),
  ...kinds(404, {
    'node-unknown': 'No such node',
    'objective-unknown': 'No such objective',
    'actual-unknown': 'Nothing reported',
  }),
  ...kinds(409, {
    'node-already-added': 'Already added',
    'node-name-taken': 'Name taken',
    'node-closed': 'Node closed',
    'node-not-empty': 'Node not empty',
    'circle-of-portfolios': 'Circle of portfolios',
    'too-many-levels': 'Too many levels',
    'objective-already-added': 'Already added',
    'objective-name-taken': 'Name taken',
    'objective-retired': 'Objective retired',
    'measure-fixed': 'Measure fixed',
    'baseline-after-actual': 'Baseline after an actual',
    'contribution-not-claimed': 'Contribution not claimed',
  }),
  ...kinds(422, {
    'value-malformed': 'Not a value',
    'measure-blank': 'Measure missing',
    'target-not-after-baseline': 'Target not after its baseline',
    'target-against-direction': 'Target against its direction',
    'objective-weighed-twice': 'Objective weighed twice',
    'objective-not-weighed': 'Objective not weighed',
    'actual-before-baseline': 'Actual before its baseline',
    'level-off-scale': 'Level off its scale',
  }),
};
