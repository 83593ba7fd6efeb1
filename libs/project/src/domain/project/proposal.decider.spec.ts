import { specFor } from '@docket/kernel/testing';
import { decider, type StatedCase } from '.';
import {
  businessCase,
  carried,
  claimed,
  historyReached,
  imported,
  importedIn,
  portfolioId,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const propose = (change: Partial<StatedCase> = {}) =>
  ({
    type: 'ProposeProject',
    data: { projectId, portfolioId, portfolio, ...businessCase, ...change },
  }) as const;
const revise = (change: Partial<StatedCase> = {}) =>
  ({ type: 'ReviseBusinessCase', data: { projectId, portfolio, ...businessCase, ...change } }) as const;
const withdraw = (reason: string) =>
  ({ type: 'WithdrawProposal', data: { projectId, portfolio, reason } }) as const;
const withdrawn = {
  type: 'ProposalWithdrawn',
  data: { projectId, reason: 'The law was postponed.' },
} as const;

describe('proposing a project', () => {
  it('records the business case and who proposed it', () => given().when(propose()).then(proposed));

  it('dates it in the time zone of the portfolio', () =>
    given()
      .when(propose(), { at: '2026-06-30T23:30:00.000Z', now: '2026-06-30T23:30:00.000Z' })
      .then({ ...proposed, data: { ...proposed.data, proposedOn: '2026-07-01' } }));

  it('writes amounts in one way', () =>
    given()
      .when(propose({ wholeLifeCost: '048250000.00' }))
      .then(proposed));

  it('refuses one that is known', () => given(proposed).when(propose()).thenRefused('project-already-known'));

  it('refuses one without a portfolio', () =>
    given()
      .when({ type: 'ProposeProject', data: { ...propose().data, portfolio: { status: 'absent' } } })
      .thenRefused('portfolio-unknown'));

  it('refuses imported proposals once the dates are settled', () =>
    given().when(propose(), importedIn(2014)).thenRefused('history-settled'));

  it.each([
    ['a blank name', { name: '  ' }, 'name-blank'],
    ['a cost that is no number', { wholeLifeCost: 'NaN' }, 'amount-malformed'],
    ['a cost with separators', { wholeLifeCost: '48,250,000' }, 'amount-malformed'],
    ['benefits that are no number', { expectedBenefits: '1e9' }, 'amount-malformed'],
    ['a cost below zero', { wholeLifeCost: '-1' }, 'amount-negative'],
    ['benefits below zero', { expectedBenefits: '-0.01' }, 'amount-negative'],
    ['a day that does not exist', { start: '2026-02-30' }, 'day-malformed'],
    ['a finish that is no day', { finish: 'soon' }, 'day-malformed'],
    ['a finish before the start', { finish: '2026-08-31' }, 'finish-before-start'],
  ] as const)('refuses %s', (_, change, code) => given().when(propose(change)).thenRefused(code));
});

describe('revising a proposal', () => {
  it('records the whole business case as it now stands', () =>
    given(proposed)
      .when(revise({ finish: '2030-03-31' }))
      .then({ type: 'ProposalRevised', data: { projectId, ...businessCase, finish: '2030-03-31' } }));

  it('says nothing when nothing differs', () =>
    given(proposed)
      .when(revise({ wholeLifeCost: '48250000.0' }))
      .thenNothing());

  it('compares with the last revision, not with the first case', () =>
    given(proposed, { type: 'ProposalRevised', data: { projectId, ...businessCase, summary: 'Other.' } })
      .when(revise())
      .then({ type: 'ProposalRevised', data: { projectId, ...businessCase } }));

  it('refuses a malformed case', () =>
    given(proposed)
      .when(revise({ wholeLifeCost: '-5' }))
      .thenRefused('amount-negative'));

  it.each(['reject', 'kill', 'complete'] as const)('is refused once it has ended: %s', (outcome) =>
    given(proposed, claimed('m1'), carried('m1', 'go'), claimed('m2'), carried('m2', outcome))
      .when(revise({ finish: '2031-03-31' }))
      .thenRefused('case-not-open'),
  );

  it('is refused once it is withdrawn', () =>
    given(proposed, withdrawn).when(revise()).thenRefused('case-not-open'));

  it('waits for the motion that is open on it: a body decides on what was put to it', () =>
    given(proposed, claimed('m1'))
      .when({ type: 'ReviseBusinessCase', data: { ...revise().data, wholeLifeCost: '999000000' } })
      .thenRefused('motion-already-open'));

  it('needs a project', () => given().when(revise()).thenRefused('project-unknown'));

  it('of an import needs open history', () =>
    given(proposed)
      .when(
        {
          type: 'ReviseBusinessCase',
          data: { ...revise().data, summary: 'Other.', portfolio: historyReached(2015) },
        },
        importedIn(2014),
      )
      .thenRefused('history-out-of-order'));
});

describe('withdrawing a proposal', () => {
  it('records the reason', () => given(proposed).when(withdraw(withdrawn.data.reason)).then(withdrawn));
  it('says nothing the second time', () => given(proposed, withdrawn).when(withdraw('Again.')).thenNothing());
  it('needs a reason', () => given(proposed).when(withdraw(' ')).thenRefused('reason-blank'));
  it('waits for the motion that is open on it', () =>
    given(proposed, claimed('m1')).when(withdraw('Too late.')).thenRefused('motion-already-open'));
  it('is refused for authorised work', () =>
    given(imported).when(withdraw('No.')).thenRefused('proposal-not-open'));
});
