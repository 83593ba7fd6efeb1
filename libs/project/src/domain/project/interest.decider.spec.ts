import { specFor } from '@docket/kernel/testing';
import { decider, type ProjectEvent } from '.';
import { claimed, projectId, proposed, settledPortfolio as portfolio } from '../../testing/project.scenes';

const { given } = specFor(decider);
const description = 'My brother owns a share of the contractor.';
const [now, later] = ['2026-03-02T09:00:00.000Z', '2026-04-02T09:00:00.000Z'];
const bea = { actor: 'bea', reach: 'own' } as const;
const pmo = { actor: 'otto', reach: 'anything' } as const;

const declare = (personId = 'bea', said = description) =>
  ({
    type: 'DeclareInterest',
    data: { projectId, portfolio, personId, nature: 'family', description: said },
  }) as const;
const withdraw = (personId = 'bea', reason = 'He sold it.') =>
  ({ type: 'WithdrawInterest', data: { projectId, portfolio, personId, reason } }) as const;
const declared = (personId = 'bea', said = description): ProjectEvent => ({
  type: 'InterestDeclared',
  data: { projectId, personId, nature: 'family', description: said, declaredAt: now },
});
const withdrawn: ProjectEvent = {
  type: 'InterestWithdrawn',
  data: { projectId, personId: 'bea', reason: 'He sold it.', withdrawnAt: later },
};

describe('an interest is declared', () => {
  it('by the person who has it', () => given(proposed).when(declare(), bea).then(declared()));
  it('by the PMO, who was told', () => given(proposed).when(declare(), pmo).then(declared()));
  it('by nobody else for them', () =>
    given(proposed).when(declare(), { actor: 'carl', reach: 'own' }).thenRefused('not-yours'));
  it('saying what it is', () => given(proposed).when(declare('bea', ' '), bea).thenRefused('reason-blank'));
  it('also while a motion is open', () =>
    given(proposed, claimed('m1')).when(declare(), bea).then(declared()));
  it('once: the same again changes nothing', () =>
    given(proposed, declared()).when(declare(), bea).thenNothing());
  it('anew, where there is more to say', () =>
    given(proposed, declared())
      .when(declare('bea', 'And works there.'), bea)
      .then(declared('bea', 'And works there.')));
  it('on a project that is there', () => given().when(declare(), bea).thenRefused('project-unknown'));
});

describe('an interest is withdrawn', () => {
  const at = { at: later };
  it('by the person who had it, with the reason', () =>
    given(proposed, declared())
      .when(withdraw(), { ...bea, ...at })
      .then(withdrawn));
  it('by the PMO, who was told', () =>
    given(proposed, declared())
      .when(withdraw(), { ...pmo, ...at })
      .then(withdrawn));
  it('by nobody else', () =>
    given(proposed, declared()).when(withdraw(), { actor: 'carl', reach: 'own' }).thenRefused('not-yours'));
  it('where it stands', () => {
    given(proposed).when(withdraw(), bea).thenRefused('interest-unknown');
    given(proposed, declared(), withdrawn).when(withdraw(), bea).thenRefused('interest-unknown');
    given(proposed, declared('carl')).when(withdraw(), bea).thenRefused('interest-unknown');
  });
  it('not while a motion is open: nobody is back for the count', () =>
    given(proposed, declared(), claimed('m1')).when(withdraw(), bea).thenRefused('motion-already-open'));
  it('with a reason', () =>
    given(proposed, declared()).when(withdraw('bea', ''), bea).thenRefused('reason-blank'));
});

describe('whoever has an interest in a project', () => {
  const judge = {
    type: 'JudgeConfidence',
    data: { projectId, portfolio, judgedFor: '2026-03-02', scale: 'ipa-3', rating: 'green', reason: 'So.' },
  } as const;
  it('does not judge its delivery', () =>
    given(proposed, declared()).when(judge, { actor: 'bea' }).thenRefused('reviewer-has-a-part'));
  it('has no part in it by that: nothing of it is theirs to change', () =>
    given(proposed, declared())
      .when({ type: 'WithdrawProposal', data: { projectId, portfolio, reason: 'So.' } }, bea)
      .thenRefused('not-yours'));
  it('does not say that it has to be', () =>
    given(proposed, declared())
      .when({ type: 'MarkMustHave', data: { projectId, portfolio, reason: 'The law.' } }, { actor: 'bea' })
      .thenRefused('own-component'));
});
