import { specFor } from '@docket/kernel/testing';
import { stands, type ProjectStatus } from '@docket/project';
import type { AlignmentFacts, ComponentFacts } from './alignment.commands';
import { decider } from './alignment.decider';
import { claim, claimed, confirm, confirmed, facts, withdraw, withdrawn } from './alignment.scenes';

const { given } = specFor(decider);
const as = (actor: string) => ({ actor });
const own = (actor: string) => ({ actor, reach: 'own' }) as const;
const ofStatus = (status: ProjectStatus): Partial<AlignmentFacts> => ({
  component: { ...(facts.component as ComponentFacts), status, stands: stands(status) },
});
const retired: Partial<AlignmentFacts> = { objective: { name: 'No lorry turns back', status: 'retired' } };

describe('claiming that a component serves an objective', () => {
  it.each(['ada', 'grace', 'linus'])('is for who proposed, sponsors or manages it: %s', (who) =>
    given().when(claim(3), own(who)).then(claimed(3, who)),
  );

  it('is not for others, but for the PMO', () => {
    given().when(claim(3), own('mallory')).thenRefused('not-yours');
    given().when(claim(3), as('otto')).then(claimed(3, 'otto'));
  });

  it.each([0, 1, 2, 3, 4])('takes level %d of the scale', (level) =>
    given().when(claim(level)).then(claimed(level)),
  );
  it.each([-1, 5, 2.5, Number.NaN])('refuses %d, which is none', (level) =>
    given().when(claim(level)).thenRefused('level-off-scale'),
  );

  it('says nothing where the same person claims the same', () =>
    given(claimed(3)).when(claim(3)).thenNothing());

  it('may be changed, by another person too', () => {
    given(claimed(3)).when(claim(2)).then(claimed(2));
    given(claimed(3)).when(claim(3), as('linus')).then(claimed(3, 'linus'));
  });

  it('makes it claimed again after a confirmation', () => {
    given(claimed(3), confirmed(2)).when(claim(4)).then(claimed(4));
    given(claimed(3), confirmed(3)).when(claim(3)).then(claimed(3));
  });

  it('is possible again after it was withdrawn', () =>
    given(claimed(3), withdrawn()).when(claim(3)).then(claimed(3)));

  it('needs an active objective of the portfolio, and a reason', () => {
    given()
      .when(claim(3, 'So.', { objective: undefined }))
      .thenRefused('objective-unknown');
    given()
      .when(claim(3, 'So.', retired))
      .thenRefused('objective-retired');
    given().when(claim(3, ' ')).thenRefused('reason-blank');
  });

  it.each(['authorised', 'held'] as const)('goes on while the work goes on: %s', (status) =>
    given()
      .when(claim(3, 'It lifts three.', ofStatus(status)))
      .then(claimed(3)),
  );
  it.each(['withdrawn', 'rejected', 'killed', 'completed'] as const)(
    'is over once the project is %s',
    (status) =>
      given()
        .when(claim(3, 'So.', ofStatus(status)))
        .thenRefused('project-ended'),
  );
  it('is over once the project has left', () =>
    given()
      .when(claim(3, 'So.', ofStatus('left')))
      .thenRefused('project-left'));

  it('needs a project in a portfolio', () => {
    given()
      .when(claim(3, 'So.', { component: undefined }))
      .thenRefused('project-unknown');
    given()
      .when(claim(3, 'So.', { portfolio: { status: 'absent' } }))
      .thenRefused('portfolio-unknown');
  });

  it('takes no imported history once dates are settled, nor before an import has come so far', () => {
    const of2014 = { origin: 'import', at: '2014-07-01T00:00:00.000Z' } as const;
    given().when(claim(3), of2014).thenRefused('history-settled');
    given()
      .when(claim(3, 'So.', { portfolio: { status: 'open', history: 'open' } }), of2014)
      .thenRefused('history-out-of-order');
  });
});

describe('confirming a contribution', () => {
  it('makes it count', () => given(claimed(3)).when(confirm(3), as('otto')).then(confirmed(3)));

  it('may be at another level than was claimed', () =>
    given(claimed(4)).when(confirm(1), as('otto')).then(confirmed(1)));

  it('may be judged anew by the PMO', () =>
    given(claimed(3), confirmed(3))
      .when(confirm(2, 'On second thoughts.'), as('olga'))
      .then(confirmed(2, 'On second thoughts.', 'olga')));

  it('says nothing where it is confirmed so', () =>
    given(claimed(3), confirmed(2)).when(confirm(2), as('otto')).thenNothing());

  it.each(['ada', 'grace', 'linus', 'edith'])(
    'is not for who has the project at heart, or was to: %s',
    (who) => given(claimed(3, 'olga')).when(confirm(3), as(who)).thenRefused('not-yours-to-confirm'),
  );

  it('is not for who claimed it, of the PMO as they may be', () => {
    given(claimed(3, 'otto')).when(confirm(3), as('otto')).thenRefused('not-yours-to-confirm');
    given(claimed(3, 'otto'))
      .when(confirm(3), as('olga'))
      .then(confirmed(3, 'Checked.', 'olga'));
  });

  it('needs a claim that stands', () => {
    given().when(confirm(3), as('otto')).thenRefused('contribution-not-claimed');
    given(claimed(3), withdrawn()).when(confirm(3), as('otto')).thenRefused('contribution-not-claimed');
  });

  it('needs a level of the scale, a reason and an active objective', () => {
    given(claimed(3)).when(confirm(5), as('otto')).thenRefused('level-off-scale');
    given(claimed(3)).when(confirm(3, ''), as('otto')).thenRefused('reason-blank');
    given(claimed(3))
      .when(confirm(3, 'So.', retired), as('otto'))
      .thenRefused('objective-retired');
    given(claimed(3))
      .when(confirm(3, 'So.', { objective: undefined }), as('otto'))
      .thenRefused('objective-unknown');
  });

  it('is over once the project has ended', () =>
    given(claimed(3))
      .when(confirm(3, 'So.', ofStatus('killed')), as('otto'))
      .thenRefused('project-ended'));
});

describe('withdrawing a contribution', () => {
  it('takes it back, claimed or confirmed', () => {
    given(claimed(3)).when(withdraw(), own('grace')).then(withdrawn('grace'));
    given(claimed(3), confirmed(3)).when(withdraw(), { actor: 'otto' }).then(withdrawn('otto'));
  });
  it('is for the PMO alone once it was confirmed, and for nobody who has a part in the component', () => {
    given(claimed(3), confirmed(3)).when(withdraw(), own('grace')).thenRefused('not-yours-to-withdraw');
    given(claimed(3), confirmed(3)).when(withdraw(), { actor: 'grace' }).thenRefused('not-yours-to-withdraw');
    given(claimed(3), confirmed(3)).when(withdraw(), { actor: 'edith' }).thenRefused('not-yours-to-withdraw');
    given(claimed(3), confirmed(3), claimed(4))
      .when(withdraw(), own('grace'))
      .thenRefused('not-yours-to-withdraw');
  });
  it('is possible of an objective that is retired', () =>
    given(claimed(3)).when(withdraw('Out of scope.', retired)).then(withdrawn()));
  it('says nothing the second time', () =>
    given(claimed(3), withdrawn()).when(withdraw('Again.')).thenNothing());
  it('is not for others', () => given(claimed(3)).when(withdraw(), own('mallory')).thenRefused('not-yours'));
  it('needs a claim, and a reason', () => {
    given().when(withdraw()).thenRefused('contribution-not-claimed');
    given(claimed(3)).when(withdraw(' ')).thenRefused('reason-blank');
  });
  it('is over once the project has ended: what it contributed stays as it was', () =>
    given(claimed(3), confirmed(3))
      .when(withdraw('So.', ofStatus('completed')))
      .thenRefused('project-ended'));
});
