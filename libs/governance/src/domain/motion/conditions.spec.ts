import { redactedText } from '@docket/kernel';
import {
  conditionTextsOf,
  dayIsOver,
  decidedCondition,
  toldConditions,
  type StatedCondition,
} from './conditions';

const survey: StatedCondition = {
  ...{ what: 'The survey is published.', evidence: 'The signed report.' },
  ...{ owner: 'pam', due: '2026-04-01', consequence: 'hold' },
};
const permit: StatedCondition = { ...survey, what: 'The permit is there.', consequence: 'escalate' };
const stated = [survey, permit];
const decided = stated.map((one) => decidedCondition(one, 'Europe/London'));

describe('what people wrote of conditions', () => {
  it('is one text, apart from who owns them until when', () => {
    expect(decided[0]).toEqual({
      ...{ owner: 'pam', due: '2026-04-01', dueUntil: '2026-04-01T23:00:00.000Z', consequence: 'hold' },
    });
    expect(toldConditions(decided, conditionTextsOf(stated)).map(({ what }) => what)).toEqual([
      'The survey is published.',
      'The permit is there.',
    ]);
  });

  it.each([
    ['not there', undefined],
    ['no JSON', '[{"what":'],
    ['of nobody', 'null'],
  ])('is nothing where it is %s; the conditions stay', (_, texts) =>
    expect(toldConditions(decided, texts)).toEqual(
      decided.map((one) => ({ ...one, what: null, evidence: null })),
    ),
  );

  it('says so of each where it is redacted, by whom and why', () => {
    const told = redactedText({ by: 'p-otto', why: 'Erasure request 12/2026.' });
    expect(toldConditions(decided, told)).toEqual(
      decided.map((one) => ({ ...one, what: told, evidence: told })),
    );
  });
});

describe('a due day', () => {
  it.each([
    ['Europe/London', '2026-03-28', '2026-03-29T00:00:00.000Z'],
    ['Europe/London', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['Pacific/Auckland', '2026-04-01', '2026-04-01T11:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-02T05:00:00.000Z'],
  ])('ends where the portfolio lives: %s, %s', (timeZone, day, over) =>
    expect(dayIsOver(day, timeZone)).toBe(over),
  );
});
