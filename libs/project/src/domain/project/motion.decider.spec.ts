import { specFor } from '@docket/kernel/testing';
import { decider, type Outcome, type ProjectEvent } from '.';
import {
  bodyId,
  carried,
  claimed,
  imported,
  importedIn,
  projectId,
  proposed,
  settledPortfolio as portfolio,
  writtenCase,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const claim = (motionId: string) =>
  ({ type: 'ClaimForMotion', data: { projectId, portfolio, motionId } }) as const;
const release = (motionId: string) =>
  ({ type: 'ReleaseMotion', data: { projectId, portfolio, motionId } }) as const;
const carry = (motionId: string, outcome: Outcome) =>
  ({ type: 'CarryDecision', data: { projectId, portfolio, motionId, bodyId, outcome } }) as const;
const released = (motionId: string): ProjectEvent => ({
  type: 'MotionReleased',
  data: { projectId, motionId },
});
const held = [imported, claimed('m0'), carried('m0', 'hold')] as const;

describe('a motion on a project', () => {
  it('claims it', () => given(proposed).when(claim('m1')).then(claimed('m1')));
  it('claims it once', () => given(proposed, claimed('m1')).when(claim('m1')).thenNothing());
  it('is refused while another is open', () =>
    given(proposed, claimed('m1')).when(claim('m2')).thenRefused('motion-already-open'));
  it('may claim what another has released', () =>
    given(proposed, claimed('m1'), released('m1')).when(claim('m2')).then(claimed('m2')));
  it('is refused once it has been decided', () =>
    given(imported, claimed('m1'), carried('m1', 'defer'))
      .when(claim('m1'))
      .thenRefused('motion-already-decided'));
  it.each<[string, readonly ProjectEvent[]]>([
    ['withdrawn', [proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }]],
    ['rejected', [proposed, claimed('m0'), carried('m0', 'reject')]],
    ['killed', [imported, claimed('m0'), carried('m0', 'kill')]],
    ['completed', [imported, claimed('m0'), carried('m0', 'complete')]],
    [
      'left',
      [imported, { type: 'DepartureNoted', data: { projectId, absentFrom: '2015-07-01', source: 'x.csv' } }],
    ],
  ])('has nothing to decide on what is %s', (_, history) =>
    given(...history)
      .when(claim('m1'))
      .thenRefused('project-not-decidable'),
  );
  it('of an import needs open history', () =>
    given(imported).when(claim('m1'), importedIn(2014)).thenRefused('history-settled'));
  it('ends without a decision', () =>
    given(proposed, claimed('m1')).when(release('m1')).then(released('m1')));
  it('ends once, and never ends another', () => {
    given(proposed, claimed('m1'), released('m1')).when(release('m1')).thenNothing();
    given(proposed, claimed('m1')).when(release('m2')).thenNothing();
  });
});

describe('a decision carried to a project', () => {
  it.each(['go', 'conditional-go'] as const)(
    '%s authorises a proposal as its business case stands',
    (outcome) =>
      given(proposed, claimed('m1'))
        .when(carry('m1', outcome))
        .then({
          type: 'DecisionCarried',
          data: {
            projectId,
            motionId: 'm1',
            bodyId,
            outcome,
            baseline: {
              wholeLifeCost: '48250000',
              expectedBenefits: '131000000',
              start: '2026-09-01',
              finish: '2029-03-31',
            },
          },
        }),
  );

  it('authorises scope, budgets and benefits with it; the scope stands among the words', () => {
    const { scope, budgetByYear, benefits, wholeLifeCost, expectedBenefits, start, finish } = writtenCase;
    const { proposer, proposedOn, portfolioId } = proposed.data;
    const whole = { projectId, portfolioId, proposer, proposedOn, ...writtenCase };
    given({ type: 'ProjectProposed', data: whole }, claimed('m1'))
      .when(carry('m1', 'go'))
      .then({
        type: 'DecisionCarried',
        data: {
          projectId,
          motionId: 'm1',
          bodyId,
          outcome: 'go',
          baseline: { wholeLifeCost, expectedBenefits, budgetByYear, start, finish, benefits },
          scope,
        },
      });
  });

  it.each(['go', 'conditional-go', 'hold', 'recycle', 'defer', 'kill', 'complete'] as const)(
    '%s fits authorised and held work, whose baseline stays',
    (outcome) => {
      given(imported, claimed('m1')).when(carry('m1', outcome)).then(carried('m1', outcome));
      given(...held, claimed('m1'))
        .when(carry('m1', outcome))
        .then(carried('m1', outcome));
    },
  );

  it.each(['recycle', 'defer', 'reject'] as const)('%s fits a proposal', (outcome) =>
    given(proposed, claimed('m1')).when(carry('m1', outcome)).then(carried('m1', outcome)),
  );

  it.each(['hold', 'kill', 'complete'] as const)('%s does not fit a proposal', (outcome) =>
    given(proposed, claimed('m1')).when(carry('m1', outcome)).thenRefused('outcome-does-not-fit'),
  );

  it('reject does not fit authorised or held work', () => {
    given(imported, claimed('m1')).when(carry('m1', 'reject')).thenRefused('outcome-does-not-fit');
    given(...held, claimed('m1'))
      .when(carry('m1', 'reject'))
      .thenRefused('outcome-does-not-fit');
  });

  it('ends the claim of its motion', () =>
    given(proposed, claimed('m1'), carried('m1', 'defer')).when(claim('m2')).then(claimed('m2')));

  it('says nothing the second time', () =>
    given(imported, claimed('m1'), carried('m1', 'kill')).when(carry('m1', 'kill')).thenNothing());

  it('stands: another outcome of the same motion is refused', () =>
    given(imported, claimed('m1'), carried('m1', 'hold'))
      .when(carry('m1', 'kill'))
      .thenRefused('motion-already-decided'));

  it('needs the claim of its motion', () =>
    given(imported, claimed('m1')).when(carry('m2', 'kill')).thenRefused('motion-not-claimed'));

  it('of an import needs open history', () =>
    given(imported, claimed('m1'))
      .when(carry('m1', 'hold'), importedIn(2014))
      .thenRefused('history-settled'));
});
