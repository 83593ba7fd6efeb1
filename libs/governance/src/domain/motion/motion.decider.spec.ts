import { specFor } from '@docket/kernel/testing';
import { decider } from './motion.decider';
import type { MotionCommand, OpenBallot } from './motion.commands';
import type { Choice } from './motion.events';
import { body, ballotOn, closedWith, project, projectWith, tabled, tabling, vote } from './motion.scenes';

const { given } = specFor(decider);
const chair = { actor: 'cleo' };
const secretary = { actor: 'sami' };

describe('A motion is tabled', () => {
  it('on a project, before a body', () => given().when(tabling()).then(tabled));
  it('once: the same again changes nothing', () => given(tabled).when(tabling()).thenNothing());
  it('not twice under one id', () =>
    given(tabled)
      .when(tabling({ question: 'Another?' }))
      .thenRefused('motion-already-tabled'));
  it('not before a body that does not exist', () =>
    given()
      .when(tabling({ body: { status: 'absent' } }))
      .thenRefused('body-unknown'));
  it('not on a project that does not exist', () =>
    given()
      .when(tabling({ project: undefined }))
      .thenRefused('project-unknown'));
  it('not before a body of another portfolio', () =>
    given()
      .when(tabling({ body: { ...body, portfolioId: 'other' } }))
      .thenRefused('another-portfolio'));
  it('not on a project of another portfolio', () =>
    given()
      .when(tabling({ project: { ...project, portfolioId: 'other' } }))
      .thenRefused('another-portfolio'));
  it('not without a question', () =>
    given()
      .when(tabling({ question: ' ' }))
      .thenRefused('question-missing'));
  it('not asking for what cannot be decided on the project as it is', () =>
    given()
      .when(tabling({ ask: 'kill' }))
      .thenRefused('ask-does-not-fit'));
  it('not while another motion is open on the project', () =>
    given()
      .when(tabling({ project: { ...project, openMotion: 'other' } }))
      .thenRefused('motion-already-open'));
  it('last of all not while the project is not claimed for it: who tables claims it then', () => {
    const { openMotion: _, ...free } = project;
    given()
      .when(tabling({ project: free }))
      .thenRefused('motion-not-claimed');
    given()
      .when(tabling({ project: free, ask: 'kill' }))
      .thenRefused('ask-does-not-fit');
  });
});

describe('A ballot opens', () => {
  const open = (
    change: Partial<Extract<MotionCommand, { type: 'OpenBallot' }>['data']> = {},
  ): MotionCommand => ({
    type: 'OpenBallot',
    data: { body, project, projectRevision: 4, ...change },
  });

  it('for the voting seats in term, with the rules in force printed on it', () =>
    given(tabled).when(open(), chair).then(ballotOn()));
  it('by the secretary too', () => given(tabled).when(open(), secretary).then(ballotOn()));
  it.each(['mona', 'paula', 'nobody'])('not by %s, who is neither chair nor secretary', (actor) =>
    given(tabled).when(open(), { actor }).thenRefused('not-chair-or-secretary'),
  );
  it('not by a chair whose term is over', () =>
    given(tabled)
      .when(open(), { ...chair, at: '2028-01-01T00:00:00.000Z' })
      .thenRefused('not-chair-or-secretary'));
  it.each(['proposer', 'sponsor', 'manager'] as const)('with the %s of the project recused', (role) =>
    given(tabled)
      .when(
        open({ project: projectWith({ proposer: 'x', sponsor: 'y', manager: 'z', [role]: 'milo' }) }),
        chair,
      )
      .then(ballotOn({ recused: ['milo', role] })),
  );
  it('with a moment at which voting ends', () => {
    const closesAt = '2026-03-09T17:00:00.000Z';
    given(tabled).when(open({ closesAt }), chair).then(ballotOn({ closesAt }));
  });
  it('not to end before it begins', () =>
    given(tabled)
      .when(open({ closesAt: '2026-03-02T09:00:00.000Z' }), chair)
      .thenRefused('closes-before-it-opens'));
  it('for a time that nobody chooses who may not decide on it', () => {
    const barred = projectWith({ sponsor: 'sami' });
    const opened = (closesAt?: string): OpenBallot => ({
      type: 'OpenBallot',
      data: { body, project: barred, projectRevision: 4, ...(closesAt === undefined ? {} : { closesAt }) },
    });
    given(tabled).when(opened('2026-03-09T09:00:00.000Z'), { actor: 'sami' }).thenRefused('recused');
    given(tabled).when(opened(), { actor: 'sami' }).then(ballotOn());
    given(tabled)
      .when(opened('2026-03-09T09:00:00.000Z'), { actor: 'cleo' })
      .then(ballotOn({ closesAt: '2026-03-09T09:00:00.000Z' }));
  });
  it('not when the quorum asks for more seats than have a vote', () =>
    given(tabled)
      .when(open({ body: { ...body, quorum: { kind: 'count', seats: 5 } } }), chair)
      .thenRefused('quorum-larger-than-body'));
  it('not when fewer seats than the minimum are entitled', () =>
    given(tabled)
      .when(open({ project: projectWith({ sponsor: 'mona', manager: 'milo' }) }), chair)
      .thenRefused('too-few-seats'));
  it('not when recusals leave fewer seats than the quorum', () =>
    given(tabled)
      .when(
        open({
          body: { ...body, quorum: { kind: 'count', seats: 4 } },
          project: projectWith({ sponsor: 'mona' }),
        }),
        chair,
      )
      .thenRefused('too-few-seats'));
  it('not when the project is claimed for another motion', () =>
    given(tabled)
      .when(open({ project: { ...project, openMotion: 'other' } }), chair)
      .thenRefused('motion-not-claimed'));
  it('not when the ask fits no more', () =>
    given(tabled)
      .when(open({ project: { ...project, decidable: ['kill'] } }), chair)
      .thenRefused('ask-does-not-fit'));
  it('once', () => given(tabled, ballotOn()).when(open(), chair).thenRefused('ballot-already-opened'));
  it('only on a motion that was tabled', () => given().when(open(), chair).thenRefused('motion-unknown'));
});

describe('A vote is cast', () => {
  const cast = (choice: Choice, reason = 'It pays'): MotionCommand => ({
    type: 'CastVote',
    data: { body, project, choice, reason },
  });
  const ballot = ballotOn({ recused: ['milo', 'sponsor'], closesAt: '2026-03-09T17:00:00.000Z' });

  it('by an entitled seat, with its reason', () =>
    given(tabled, ballot)
      .when(cast('for'), { actor: 'mona' })
      .then(vote('mona', 'for', 'It pays')));
  it('not by somebody who lost the seat since', () => {
    const seats = body.seats.filter(({ personId }) => personId !== 'mona');
    given(tabled, ballot)
      .when(
        { type: 'CastVote', data: { body: { ...body, seats }, project, choice: 'for', reason: 'It pays' } },
        { actor: 'mona' },
      )
      .thenRefused('not-a-member');
  });
  it('not by somebody who took a role in the project since', () =>
    given(tabled, ballot)
      .when(
        {
          type: 'CastVote',
          data: { body, project: projectWith({ manager: 'mona' }), choice: 'for', reason: 'It pays' },
        },
        { actor: 'mona' },
      )
      .thenRefused('recused'));
  it('and changed until the close', () =>
    given(tabled, ballot, vote('mona', 'for', 'It pays'))
      .when(cast('against', 'It does not'), { actor: 'mona' })
      .then(vote('mona', 'against', 'It does not')));
  it('once: the same vote again changes nothing', () =>
    given(tabled, ballot, vote('mona', 'for', 'It pays'))
      .when(cast('for'), { actor: 'mona' })
      .thenNothing());
  it('again where only the reason differs', () =>
    given(tabled, ballot, vote('mona', 'for', 'It pays'))
      .when(cast('for', 'It is safe'), { actor: 'mona' })
      .then(vote('mona', 'for', 'It is safe')));
  it('not by a recused seat', () =>
    given(tabled, ballot).when(cast('for'), { actor: 'milo' }).thenRefused('recused'));
  it.each(['sami', 'stranger'])('not by %s, who has no voting seat', (actor) =>
    given(tabled, ballot).when(cast('for'), { actor }).thenRefused('not-a-member'),
  );
  it('not without a reason', () =>
    given(tabled, ballot).when(cast('for', ' '), { actor: 'mona' }).thenRefused('reason-missing'));
  it('not when voting has ended, to the millisecond', () => {
    const spoken = vote('mona', 'for', 'It pays');
    given(tabled, ballot).when(cast('for'), { actor: 'mona', at: '2026-03-09T16:59:59.999Z' }).then(spoken);
    given(tabled, ballot)
      .when(cast('for'), { actor: 'mona', at: '2026-03-09T17:00:00.000Z' })
      .thenRefused('ballot-over');
  });
  it('not before the ballot opens', () =>
    given(tabled).when(cast('for'), { actor: 'mona' }).thenRefused('ballot-not-open'));
  it('not after it closed', () =>
    given(tabled, ballot, closedWith()).when(cast('for'), { actor: 'mona' }).thenRefused('ballot-not-open'));
  it('not on a motion that does not exist', () =>
    given().when(cast('for'), { actor: 'mona' }).thenRefused('motion-unknown'));
});
