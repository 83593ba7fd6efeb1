import { specFor } from '@docket/kernel/testing';
import { decider, type BusinessCase, type ProjectEvent, type StatedCase } from '.';
import {
  businessCase,
  fullCase,
  portfolioId,
  projectId,
  proposed,
  settledPortfolio as portfolio,
  writtenCase,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const propose = (change: Partial<StatedCase>) =>
  ({ type: 'ProposeProject', data: { projectId, portfolioId, portfolio, ...fullCase, ...change } }) as const;
const revise = (change: Partial<StatedCase>) =>
  ({ type: 'ReviseBusinessCase', data: { projectId, portfolio, ...fullCase, ...change } }) as const;
const revised = (change: Partial<BusinessCase>): ProjectEvent => ({
  type: 'ProposalRevised',
  data: { projectId, ...writtenCase, ...change },
});
const [backlog, fees] = fullCase.benefits;
const [law] = fullCase.risks;
const [engineer] = fullCase.demand;
const refusalOf = (change: Partial<StatedCase>): string => {
  const at = '2026-03-02T09:00:00.000Z';
  const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'live' } as const;
  const verdict = decider.decide(propose(change), decider.initialState(), context);
  return verdict.outcome === 'refused' ? verdict.refusal.message : '';
};

describe('the lists of a case are kept without surplus space', () => {
  it('tags, each once', () =>
    given(proposed)
      .when(revise({ tags: [' law ', 'cloud', 'law', 'open  data'] }))
      .then(revised({ tags: ['cloud', 'law', 'open data'] })));

  it('from the proposal on', () =>
    given()
      .when(propose({ tags: [' law', 'cloud '], benefits: [backlog, { ...fees, unit: 'Money' }] }))
      .then({ ...proposed, data: { ...proposed.data, ...writtenCase } }));

  it('skills, ids, and the names, metrics and units of benefits', () =>
    given(proposed)
      .when(
        revise({
          demand: [{ ...engineer, skill: ' database  engineer ' }],
          benefits: [
            { ...backlog, id: ' backlog', name: 'No  backlog ', unit: ' applications' },
            { ...fees, metric: ' cost of an entry,  less' },
          ],
          risks: fullCase.risks.map((risk) => ({ ...risk, id: ` ${risk.id} ` })),
        }),
      )
      .then(revised({})));

  it('said again with other space, a case is the same', () =>
    given(proposed, revised({ tags: ['law'] }))
      .when(revise({ tags: ['  law'] }))
      .thenNothing());

  it('capitals stay as they were given', () =>
    given(proposed)
      .when(revise({ tags: ['Law'], demand: [{ ...engineer, skill: 'DBA' }] }))
      .then(revised({ tags: ['Law'], demand: [{ ...engineer, skill: 'DBA', hours: '320.5' }] })));
});

describe('what differs in capitals and space only is one thing', () => {
  it.each<[string, Partial<StatedCase>, string, string]>([
    [
      'a skill twice in a month',
      { demand: [engineer, { ...engineer, skill: 'Database engineer ' }] },
      'demand-twice',
      'There are two lines for database engineer in 2026-10 and Database engineer in 2026-10. Add their hours up in one.',
    ],
    [
      'a skill in two months',
      { demand: [engineer, { ...engineer, skill: 'Database  Engineer', month: '2026-11' }] },
      'spelled-two-ways',
      '"database engineer" and "Database Engineer" are one skill. Spell it in one way.',
    ],
    [
      'a tag',
      { tags: ['law', 'cloud', 'Law '] },
      'spelled-two-ways',
      '"law" and "Law" are one tag. Spell it in one way.',
    ],
    [
      'the id of a benefit',
      { benefits: [backlog, { ...fees, id: 'Backlog ' }] },
      'benefit-twice',
      'Two benefits have one id, "backlog" and "Backlog". Give each its own.',
    ],
    [
      'the name of a benefit',
      { benefits: [backlog, { ...fees, name: 'no backlog' }] },
      'benefit-twice',
      'Two benefits are called "No backlog" and "no backlog". Give each a name of its own, or add their increments up in one.',
    ],
    [
      'the very name of a benefit',
      { benefits: [backlog, { ...fees, name: 'No backlog' }] },
      'benefit-twice',
      'Two benefits are called "No backlog". Give each a name of its own, or add their increments up in one.',
    ],
    [
      'the id of a risk',
      { risks: [law, { ...law, id: ' Paper' }] },
      'risk-twice',
      'Two risks have one id, "paper" and "Paper". Give each its own.',
    ],
  ])('%s is refused, and both are named', (_, change, code, said) => {
    given()
      .when(propose(change))
      .thenRefused(code as 'demand-twice');
    given(proposed)
      .when(revise(change))
      .thenRefused(code as 'demand-twice');
    expect(refusalOf(change)).toBe(said);
  });
});

describe('a benefit in money', () => {
  it.each(['Money', ' money ', 'MONEY', 'GBP', 'gbp'])('is one however that is spelled: %j', (unit) =>
    given(proposed)
      .when(revise({ benefits: [backlog, { ...fees, unit }] }))
      .then(revised({})),
  );

  it('adds up to what is expected, however it is spelled', () =>
    given()
      .when(propose({ benefits: [backlog, { ...fees, unit: 'GBP' }], expectedBenefits: '1' }))
      .thenRefused('benefits-do-not-sum'));

  it('is none in another currency: that is a unit of its own', () =>
    given(proposed)
      .when(revise({ benefits: [backlog, { ...fees, unit: 'EUR' }] }))
      .then(
        revised({
          benefits: [writtenCase.benefits[0], { ...writtenCase.benefits[1], unit: 'EUR' }],
        }),
      ));
});

describe('a benefit', () => {
  const planned = (day: string) => ({ benefits: [{ ...backlog, planned: [{ day, amount: '1' }] }] });

  it('is earned from the first day of the work on', () =>
    given(proposed)
      .when(revise(planned('2026-09-01')))
      .then(revised({ benefits: [{ ...backlog, planned: [{ day: '2026-09-01', amount: '1' }] }] })));

  it('is not earned before', () => {
    given()
      .when(propose(planned('2026-08-31')))
      .thenRefused('benefit-before-start');
    given(proposed)
      .when(revise(planned('2026-08-31')))
      .thenRefused('benefit-before-start');
    expect(refusalOf(planned('2026-08-31'))).toBe(
      'Benefit "backlog" is planned for 2026-08-31, and the work starts on 2026-09-01: nothing is earned before that. Plan it from 2026-09-01 on.',
    );
  });
});

describe('what was stored before these rules', () => {
  const old: ProjectEvent = {
    type: 'ProjectProposed',
    data: {
      ...{ projectId, portfolioId, proposer: 'ada', proposedOn: '2026-03-02', ...businessCase },
      tags: ['Law', 'law '],
      benefits: [{ ...backlog, unit: 'Money', planned: [{ day: '2020-01-01', amount: '1' }] }],
    },
  };

  it('stands as it was told', () =>
    expect(decider.evolve(decider.initialState(), old)).toMatchObject({
      status: 'proposed',
      businessCase: { tags: ['Law', 'law '], benefits: [{ unit: 'Money' }] },
    }));

  it('is put in order when the case is next revised', () =>
    given(old)
      .when(revise({ tags: ['Law', 'law '] }))
      .thenRefused('spelled-two-ways'));
});
