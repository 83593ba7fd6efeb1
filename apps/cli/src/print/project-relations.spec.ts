import type { ProjectAnswer } from './project-answer';
import { dependencyLines } from './project-relations';

const since = '2020-01-01T12:00:00.000Z';
const said = (status: string, stands: boolean): string => {
  const tie = { kind: 'requires', fromName: 'Bridge', toName: 'Port', reason: 'One crane.' };
  const ends = {
    fromStatus: { status: 'authorised', since, stands: true },
    toStatus: { status, since, stands },
  };
  const answer = { dependencies: { rows: [{ ...tie, ...ends }] } } as unknown as ProjectAnswer;
  return dependencyLines(answer, 'UTC').join(' ').replace(/\s+/g, ' ').trim();
};

describe('a dependency in a terminal', () => {
  it.each(['proposed', 'authorised', 'held'])('says nothing of the other while it is %s', (status) =>
    expect(said(status, true)).toBe('Bridge requires Port: One crane.'),
  );

  it.each([
    ['killed', 'which was killed on 2020-01-01'],
    ['left', 'which left the portfolio on 2020-01-01'],
  ])('says what has become of the other: %s', (status, told) =>
    expect(said(status, false)).toBe(`Bridge requires Port, ${told}: One crane.`),
  );
});
