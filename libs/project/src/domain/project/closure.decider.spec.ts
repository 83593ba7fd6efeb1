import { specFor } from '@docket/kernel/testing';
import {
  decider,
  type ClosureContent,
  type ClosureCorrected,
  type Outcome,
  type ProjectClosed,
  type ProjectCommand,
} from '.';
import { closure } from '../../testing/gate.scenes';
import {
  carried,
  claimed,
  imported,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const { start: _, ...startless } = closure;
const { benefitOwner: __, ...ownerless } = closure;

const close = (said: ClosureContent = closure): ProjectCommand => ({
  type: 'CloseProject',
  data: { projectId, portfolio, ...said },
});
const correct = (said: ClosureContent, reason = 'The last invoice came in.'): ProjectCommand => ({
  type: 'CorrectClosure',
  data: { projectId, portfolio, ...said, reason },
});
const closed = (said: ClosureContent = closure, as: 'completed' | 'killed' = 'completed'): ProjectClosed => ({
  type: 'ProjectClosed',
  data: { projectId, outcome: as, motionId: 'm2', ...said },
});
const corrected = (corrects: number, said: ClosureContent): ClosureCorrected => ({
  type: 'ClosureCorrected',
  data: { projectId, corrects, reason: 'The last invoice came in.', ...said },
});
const begun = [proposed, claimed('m1'), carried('m1', 'go'), claimed('m2')] as const;
const completed = [...begun, carried('m2', 'complete')] as const;
const killed = [...begun, carried('m2', 'kill')] as const;

describe('the closure report of work that has ended', () => {
  it('is given by who manages it: cost, dates, lessons, and who owns the benefits', () =>
    given(...completed)
      .when(close(), { actor: 'linus', reach: 'own' })
      .then(closed()));

  it('of killed work says that it was killed, and by which motion', () =>
    given(...killed)
      .when(close())
      .then(closed(closure, 'killed')));

  it('is no act of who has no part in it', () =>
    given(...completed)
      .when(close(), { actor: 'dina', reach: 'own' })
      .thenRefused('not-yours'));

  it('keeps its cost exact, in one form', () =>
    given(...completed)
      .when(close({ ...closure, finalCost: { amount: '047900000.50', currency: 'GBP' } }))
      .then(closed({ ...closure, finalCost: { amount: '47900000.5', currency: 'GBP' } })));

  it.each([
    ['a proposal', [proposed]],
    ['work that is authorised', begun.slice(0, 3)],
    ['work on which a motion is open', begun],
    ['work that is held', [...begun, carried('m2', 'hold')]],
    ['a proposal that was rejected', [proposed, claimed('m1'), carried('m1', 'reject')]],
    [
      'a proposal that was withdrawn',
      [proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }],
    ],
    [
      'what has left a list',
      [imported, { type: 'DepartureNoted', data: { projectId, absentFrom: '2020-07-01', source: 'a.csv' } }],
    ],
  ] as const)('is none of %s', (__, history) =>
    given(...history)
      .when(close())
      .thenRefused('project-not-ended'),
  );

  it.each<[string, ClosureContent, string]>([
    [
      'a cost that is no amount',
      { ...closure, finalCost: { amount: 'much', currency: 'GBP' } },
      'amount-malformed',
    ],
    ['a cost below zero', { ...closure, finalCost: { amount: '-0.01', currency: 'GBP' } }, 'amount-negative'],
    ['another currency', { ...closure, finalCost: { amount: '1', currency: 'EUR' } }, 'another-currency'],
    ['a day that does not exist', { ...closure, finish: '2026-02-30' }, 'day-malformed'],
    ['an end before the start', { ...closure, finish: '2025-08-31' }, 'finish-before-start'],
    ['an end that is still to come', { ...closure, finish: '2026-03-03' }, 'closure-from-the-future'],
    ['no start of completed work', startless, 'start-missing'],
    ['nothing learned', { ...closure, lessons: ' ' }, 'lessons-missing'],
    ['nobody who owns the benefits', ownerless, 'benefit-owner-missing'],
    [
      'a reason why nobody owns the benefits of completed work',
      { ...ownerless, noOwnerReason: 'Nobody wants them.' },
      'benefit-owner-missing',
    ],
    [
      'an owner of the benefits, and why there is none',
      { ...closure, noOwnerReason: 'Nobody wants them.' },
      'benefit-owner-contradicted',
    ],
  ])('is refused with %s', (__, said, code) =>
    given(...completed)
      .when(close(said))
      .thenRefused(code as 'lessons-missing'),
  );

  it('may be of today, in the time zone of the portfolio', () =>
    given(...completed)
      .when(close({ ...closure, finish: '2026-03-02' }))
      .then(closed({ ...closure, finish: '2026-03-02' })));

  it('of killed work may say why nobody owns its benefits, and that it never began', () => {
    const said = { ...startless, benefitOwner: undefined, noOwnerReason: 'Nothing was delivered.' };
    const { benefitOwner: ___, ...kept } = said;
    given(...killed)
      .when(close(kept))
      .then(closed(kept, 'killed'));
    given(...killed)
      .when(close({ ...kept, noOwnerReason: ' ' }))
      .thenRefused('benefit-owner-missing');
  });

  it('is given once: the same again changes nothing, another is refused', () => {
    given(...completed, closed())
      .when(close())
      .thenNothing();
    given(...completed, closed())
      .when(close({ ...closure, lessons: 'None.' }))
      .thenRefused('closure-already-given');
  });

  it.each<Outcome>(['go', 'complete', 'kill'])('leaves no motion to be tabled: %s', () =>
    given(...completed, closed())
      .when({ type: 'ClaimForMotion', data: { projectId, portfolio, motionId: 'm3' } })
      .thenRefused('project-not-decidable'),
  );
});

describe('correcting a closure report', () => {
  const later = { ...closure, finalCost: { amount: '48000000', currency: 'GBP' } };

  it('names the event whose words it takes the place of, the last time', () => {
    given(...completed, closed())
      .when(correct(later))
      .then(corrected(5, later));
    given(...completed, closed(), corrected(5, later))
      .when(correct(closure))
      .then(corrected(6, closure));
  });

  it('says why, and something else than before', () => {
    given(...completed, closed())
      .when(correct(later, ' '))
      .thenRefused('reason-blank');
    given(...completed, closed())
      .when(correct(closure))
      .thenNothing();
  });

  it('needs one that was given', () =>
    given(...completed)
      .when(correct(later))
      .thenRefused('closure-not-given'));

  it('is judged as the report itself was', () =>
    given(...completed, closed())
      .when(correct({ ...closure, finalCost: { amount: '1', currency: 'EUR' } }))
      .thenRefused('another-currency'));
});
