import { specFor } from '@docket/kernel/testing';
import { decider } from './motion.decider';
import {
  ballotOn,
  body,
  carriedOver,
  close,
  closedWith,
  projectWith,
  tabled,
  votes,
  without,
} from './motion.scenes';

const { given } = specFor(decider);
const chair = { actor: 'cleo' };

describe('A ballot closes late, with the seats and roles of when its time ended', () => {
  const closesAt = '2026-03-09T17:00:00.000Z';
  const late = { at: '2026-03-10T11:30:00.000Z' };
  const timed = [tabled, ballotOn({ closesAt }), ...votes('cleo', 'mona', 'milo')];
  const asThen = closedWith({ endedAt: closesAt, inFavour: 3, entitled: 4, denominator: 3 });

  it.each(['process:ballot-clock', 'cleo', 'sami'])('by %s, though a seat was lost since', (actor) =>
    given(...timed)
      .when(close(without('mona'), {}), { actor, ...late })
      .then(asThen),
  );
  it('though a term has ended since', () => {
    const until = '2026-03-10T00:00:00.000Z';
    const seats = body.seats.map((seat) => (seat.personId === 'mona' ? { ...seat, until } : seat));
    given(...timed)
      .when(close({ body: { ...body, seats } }), { ...chair, ...late })
      .then(asThen);
  });
  it('though a voter has taken a role in the project since', () =>
    given(...timed)
      .when(close({ project: projectWith({ manager: 'mona' }) }, {}), { ...chair, ...late })
      .then(asThen));
  it('with the vote struck of who had lost the seat by then, though it was given back since', () =>
    given(...timed)
      .when(close({}, without('mona')), { ...chair, ...late })
      .then(
        closedWith({
          endedAt: closesAt,
          inFavour: 2,
          entitled: 4,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'seat-lost' }],
        }),
        carriedOver(),
      ));
  it('not by who was the chair then and is not any more', () =>
    given(...timed)
      .when(close(without('cleo'), {}), { ...chair, ...late })
      .thenRefused('not-chair-or-secretary'));
  it('but before its time, with those of now', () =>
    given(...timed, ...votes('nils'))
      .when(close(without('mona'), {}), { ...chair, at: '2026-03-09T16:00:00.000Z' })
      .then(
        closedWith({
          endedAt: '2026-03-09T16:00:00.000Z',
          inFavour: 3,
          entitled: 4,
          denominator: 3,
          struck: [{ personId: 'mona', why: 'seat-lost' }],
        }),
      ));
});
