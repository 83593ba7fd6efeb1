import fc from 'fast-check';
import { specFor } from '@docket/kernel/testing';
import { decider, type ProjectCommand, type ProjectEvent } from '.';
import {
  carried,
  claimed,
  historyReached,
  imported,
  importedIn,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

/** Somebody of the PMO; whose it is does not say that it has to be. */
const pmo = { actor: 'otto' };
const { given } = specFor(decider);
const why = 'The registry act demands it.';
const mark = (reason = why) => ({ type: 'MarkMustHave', data: { projectId, portfolio, reason } }) as const;
const lift = (reason = 'The act was repealed.') =>
  ({ type: 'LiftMustHave', data: { projectId, portfolio, reason } }) as const;
const marked: ProjectEvent = { type: 'MustHaveMarked', data: { projectId, reason: why } };
const lifted: ProjectEvent = {
  type: 'MustHaveLifted',
  data: { projectId, reason: 'The act was repealed.' },
};
const on = (outcome: 'go' | 'hold' | 'reject' | 'kill' | 'complete', from: ProjectEvent = imported) =>
  [from, claimed('m'), carried('m', outcome)] as const;

describe('marking a must-have', () => {
  it.each<[string, readonly ProjectEvent[]]>([
    ['proposed', [proposed]],
    ['authorised', [imported]],
    ['held', on('hold')],
  ])('puts above the line what is %s', (_, history) =>
    given(...history)
      .when(mark(), pmo)
      .then(marked),
  );

  it.each<[string, readonly ProjectEvent[]]>([
    ['rejected', on('reject', proposed)],
    ['killed', on('kill')],
    ['completed', on('complete')],
    ['withdrawn', [proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }]],
  ])('is for what competes for funding, not for what is %s', (_, history) =>
    given(...history)
      .when(mark(), pmo)
      .thenRefused('project-not-competing'),
  );

  it('needs a project', () => given().when(mark(), pmo).thenRefused('project-unknown'));
  it.each(['', ' \n'])('needs a reason: %j', (reason) =>
    given(proposed).when(mark(reason), pmo).thenRefused('reason-blank'),
  );
  it('changes nothing the second time', () => given(proposed, marked).when(mark(), pmo).thenNothing());
  it.each(['ada', 'grace', 'linus'])('is not for whose it is: %s', (actor) => {
    given(proposed).when(mark(), { actor }).thenRefused('own-component');
    given(proposed, marked).when(lift(), { actor }).thenRefused('own-component');
  });
  it('has one reason at a time', () =>
    given(proposed, marked).when(mark('I like it.'), pmo).thenRefused('must-have-already'));
  it('may be done again once it was lifted', () =>
    given(proposed, marked, lifted).when(mark(), pmo).then(marked));
  it('is the PMO’s: it does not come with a list whose history is settled', () =>
    given(imported).when(mark(), importedIn(2015)).thenRefused('history-settled'));
  it('may come with history that is still open', () =>
    given(imported)
      .when({ ...mark(), data: { ...mark().data, portfolio: historyReached(2015) } }, importedIn(2015))
      .then(marked));
  it('outlives a decision that leaves it in the race', () =>
    given(proposed, marked, claimed('m'), carried('m', 'go')).when(mark(), pmo).thenNothing());
});

describe('lifting a must-have', () => {
  it('lets it compete again', () => given(proposed, marked).when(lift(), pmo).then(lifted));
  it.each<[string, readonly ProjectEvent[]]>([
    ['never was one', [proposed]],
    ['was lifted', [proposed, marked, lifted]],
  ])('is refused of what %s', (_, history) =>
    given(...history)
      .when(lift(), pmo)
      .thenRefused('not-a-must-have'),
  );
  it('needs a reason', () => given(proposed, marked).when(lift(' '), pmo).thenRefused('reason-blank'));
  it('is refused of what has ended', () =>
    given(imported, marked, claimed('m'), carried('m', 'kill'))
      .when(lift(), pmo)
      .thenRefused('project-not-competing'));
});

it('the same asked again changes nothing or is refused, whatever came before', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<ProjectCommand>(mark(), mark('Other.'), lift()), { maxLength: 12 }),
      (asked) => {
        const context = {
          actor: 'otto',
          reach: 'anything',
          at: '2026-03-02T09:00:00.000Z',
          now: '2026-03-02T09:00:00.000Z',
          origin: 'live',
        } as const;
        const events: ProjectEvent[] = [proposed];
        for (const command of asked) {
          const stateNow = () => events.reduce(decider.evolve, decider.initialState());
          const first = decider.decide(command, stateNow(), context);
          if (first.outcome === 'accepted') events.push(...first.events);
          const again = decider.decide(command, stateNow(), context);
          expect(again.outcome === 'refused' || again.events.length === 0).toBe(true);
        }
      },
    ),
  ));
