import type { CarryRule } from '../body/body.events';
import type { ClosingBallot } from './count';
import type { Choice, Elector } from './motion.events';

/** `ffa-.` reads: two for, one against, `-` abstains, `.` is absent, `x` is recused. */
export const ballot = (
  votes: string,
  carryRule: CarryRule,
  change: Partial<ClosingBallot> = {},
): ClosingBallot => {
  const choices: Record<string, Choice> = { f: 'for', a: 'against', '-': 'abstain' };
  const marks = Array.from(votes);
  return {
    electorate: marks.map((mark, n): Elector => {
      const seat = { personId: `p${n}`, role: 'member' } as const;
      return mark === 'x'
        ? { ...seat, standing: 'recused', why: 'sponsor' }
        : { ...seat, standing: 'entitled' };
    }),
    quorum: { kind: 'count', seats: 1 },
    carryRule,
    minimumSeats: 1,
    votes: new Map(marks.flatMap((mark, n) => (choices[mark] ? [[`p${n}`, choices[mark]] as const] : []))),
    struck: [],
    lead: null,
    ...change,
  };
};
