import { specFor } from '@docket/kernel/testing';
import { decider, PARTS, type Part, type ProjectEvent } from '.';
import {
  businessCase,
  carried,
  claimed,
  imported,
  importedIn,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const reason = 'Nobody asked me.';
const grace = { actor: 'grace', reach: 'own' } as const;
const decline = (part: Part, why = reason) =>
  ({ type: 'DeclinePart', data: { projectId, portfolio, part, reason: why } }) as const;
const takeUp = (part: Part) => ({ type: 'TakeUpPart', data: { projectId, portfolio, part } }) as const;
const declined = (part: Part, personId: string): ProjectEvent => ({
  type: 'PartDeclined',
  data: { projectId, part, personId, reason },
});
const takenUp = (part: Part, personId: string): ProjectEvent => ({
  type: 'PartTakenUp',
  data: { projectId, part, personId },
});
const revise = (people: { sponsor?: string; manager?: string }) =>
  ({ type: 'ReviseBusinessCase', data: { projectId, portfolio, ...businessCase, ...people } }) as const;
const revised = (people: { sponsor?: string; manager?: string }): ProjectEvent => ({
  type: 'ProposalRevised',
  data: { projectId, ...businessCase, ...people },
});
const claim = { type: 'ClaimForMotion', data: { projectId, portfolio, motionId: 'm1' } } as const;
const refused = declined('sponsor', 'grace');
const judged = (reviewer: string): ProjectEvent => ({
  type: 'DeliveryConfidenceJudged',
  data: { projectId, judgedFor: '2026-03-02', reviewer, scale: 'ipa-3', rating: 'green', reason: 'So.' },
});

describe('declining a part', () => {
  it('is done by the person who is named, with the reason', () => {
    given(proposed).when(decline('sponsor'), grace).then(refused);
    given(proposed).when(decline('manager'), { actor: 'linus' }).then(declined('manager', 'linus'));
  });

  it.each<[string, string, Part]>([
    ['the PMO', 'otto', 'sponsor'],
    ['who has the other part', 'linus', 'sponsor'],
    ['the proposer, who is named for nothing', 'ada', 'manager'],
  ])('is done by nobody else: %s', (_, actor, part) =>
    given(proposed).when(decline(part), { actor }).thenRefused('not-yours'),
  );

  it('is not for who proposed it: they withdraw it, or name another', () => {
    const own: ProjectEvent = { ...proposed, data: { ...proposed.data, sponsor: 'ada' } };
    given(own).when(decline('sponsor'), { actor: 'ada' }).thenRefused('proposer-declines');
  });

  it('needs a reason', () =>
    given(proposed).when(decline('sponsor', ' '), grace).thenRefused('reason-blank'));

  it('happens once', () => given(proposed, refused).when(decline('sponsor'), grace).thenNothing());

  it('stays possible while a motion is open: nobody’s own refusal is frozen', () =>
    given(proposed, claimed('m1')).when(decline('sponsor'), grace).then(refused));

  it('is of each part by itself, where one person is named for both', () => {
    const both: ProjectEvent = { ...proposed, data: { ...proposed.data, manager: 'grace' } };
    given(both, refused).when(decline('manager'), grace).then(declined('manager', 'grace'));
  });

  it.each<[string, readonly ProjectEvent[], 'project-ended' | 'project-left']>([
    [
      'withdrawn',
      [proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }],
      'project-ended',
    ],
    ['rejected', [proposed, claimed('m0'), carried('m0', 'reject')], 'project-ended'],
    [
      'left',
      [
        proposed,
        claimed('m0'),
        carried('m0', 'go'),
        { type: 'DepartureNoted', data: { projectId, absentFrom: '2027-07-01', source: 'x' } },
      ],
      'project-left',
    ],
  ])('is over with the work: %s', (_, history, code) =>
    given(...history)
      .when(decline('sponsor'), grace)
      .thenRefused(code),
  );

  it('needs a project, and open history where it is imported', () => {
    given().when(decline('sponsor'), grace).thenRefused('project-unknown');
    given(imported).when(decline('sponsor'), grace).thenRefused('not-yours');
    given(proposed)
      .when(decline('sponsor'), { ...grace, ...importedIn(2026) })
      .thenRefused('history-settled');
  });
});

describe('who declined', () => {
  it('has no part any more and revises nothing, but does not call it a must-have either', () => {
    const mark = {
      type: 'MarkMustHave',
      data: { projectId, portfolio, reason: 'The act demands it.' },
    } as const;
    given(proposed).when(mark, { actor: 'grace' }).thenRefused('own-component');
    given(proposed, refused).when(mark, { actor: 'grace' }).thenRefused('own-component');
    given(proposed, refused)
      .when(revise({ sponsor: 'joan' }), grace)
      .thenRefused('not-yours');
  });

  it.each<[string, { sponsor?: string; manager?: string }]>([
    ['the same', {}],
    ['another', { sponsor: 'joan', manager: 'grace' }],
  ])('is named again in no part: %s', (_, people) =>
    given(proposed, refused).when(revise(people)).thenRefused('part-declined'),
  );

  it('keeps the other part, where they have it', () => {
    const both: ProjectEvent = { ...proposed, data: { ...proposed.data, manager: 'grace' } };
    given(both, refused)
      .when(revise({ sponsor: 'joan', manager: 'grace' }))
      .then(revised({ sponsor: 'joan', manager: 'grace' }));
  });

  it('leaves the part to another who is named', () =>
    given(proposed, refused)
      .when(revise({ sponsor: 'joan' }))
      .then(revised({ sponsor: 'joan' })));
});

describe('a part that nobody has', () => {
  it.each(PARTS)('no motion is tabled without a %s', (part) =>
    given(proposed, declined(part, businessCase[part])).when(claim).thenRefused('part-vacant'),
  );

  it('a motion that was tabled before goes on', () =>
    given(proposed, claimed('m1'), refused).when(claim).thenNothing());

  it('is none any more once another is named, or it is taken up', () => {
    given(proposed, refused, revised({ sponsor: 'joan' }))
      .when(claim)
      .then(claimed('m1'));
    given(proposed, refused, takenUp('sponsor', 'grace')).when(claim).then(claimed('m1'));
  });

  it('work that a list brought has no parts, and none is vacant', () =>
    given(imported).when(claim).then(claimed('m1')));
});

describe('taking a part up', () => {
  it('is done by who declined it: they have it again, and the case says so', () => {
    given(proposed, refused).when(takeUp('sponsor'), grace).then(takenUp('sponsor', 'grace'));
    given(proposed, refused, takenUp('sponsor', 'grace')).when(revise({})).thenNothing();
    given(proposed, refused, takenUp('sponsor', 'grace')).when(decline('sponsor'), grace).then(refused);
  });

  it('lets them be named again, where another has it by now', () => {
    const another = [proposed, refused, revised({ sponsor: 'joan' }), takenUp('sponsor', 'grace')] as const;
    given(...another)
      .when(decline('sponsor'), { actor: 'joan' })
      .then(declined('sponsor', 'joan'));
    given(...another)
      .when(decline('sponsor'), grace)
      .thenRefused('not-yours');
    given(...another)
      .when(revise({}))
      .then(revised({}));
  });

  it('fills the place of the last who declined, whoever that was', () => {
    const twice = [proposed, refused, revised({ sponsor: 'joan' }), declined('sponsor', 'joan')] as const;
    given(...twice, takenUp('sponsor', 'grace'))
      .when(revise({}))
      .thenNothing();
    given(...twice, takenUp('sponsor', 'grace'))
      .when(revise({ sponsor: 'joan' }))
      .thenRefused('part-declined');
  });

  it('is for nobody else, and for no part that was not declined', () => {
    given(proposed, refused).when(takeUp('sponsor'), { actor: 'linus' }).thenRefused('part-not-declined');
    given(proposed, refused).when(takeUp('manager'), grace).thenRefused('part-not-declined');
  });

  it('says nothing of a part they have', () =>
    given(proposed, refused, takenUp('sponsor', 'grace')).when(takeUp('sponsor'), grace).thenNothing());

  it('waits until the motion on it has ended: who has a part is what is decided on', () =>
    given(proposed, claimed('m1'), refused)
      .when(takeUp('sponsor'), grace)
      .thenRefused('motion-already-open'));

  it.each<[string, readonly ProjectEvent[]]>([
    ['a body was asked, which they could vote in', [refused, claimed('m1'), carried('m1', 'defer')]],
    ['it was declined while a body was asked', [claimed('m1'), refused, carried('m1', 'defer')]],
    ['they judged its delivery', [refused, judged('grace')]],
  ])('is too late once %s', (_, history) =>
    given(proposed, ...history)
      .when(takeUp('sponsor'), grace)
      .thenRefused('part-declined'),
  );

  it('is no later for what others judged', () =>
    given(proposed, refused, judged('dina'))
      .when(takeUp('sponsor'), grace)
      .then(takenUp('sponsor', 'grace')));

  it('is over with the work', () =>
    given(proposed, refused, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } })
      .when(takeUp('sponsor'), grace)
      .thenRefused('project-ended'));
});
