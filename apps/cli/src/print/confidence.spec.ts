import { confidenceLines, type ConfidenceAnswer } from './confidence';

const red = { scale: 'ipa-3', rating: 'red', reason: 'No deck.', number: 7, withdrawn: null };
const withdrawn = { by: 'p-otto', at: '2027-03-02T12:00:00.000Z', reason: 'Another bridge.' };
const answer: ConfidenceAnswer = {
  counts: { scale: 'ipa-3', rating: 'amber' },
  why: 'p-dina judged it for the latest day.',
  judgements: [
    {
      ...{ ...red, rating: 'green', reason: 'So.', number: 6, withdrawn },
      ...{ judgedFor: '2027-02-01', reviewer: 'p-carl', notCounted: null, former: [] },
    },
    {
      ...{ ...red, rating: 'amber', reason: 'The deck is late.', number: 8 },
      ...{ judgedFor: '2027-03-01', reviewer: 'p-dina', notCounted: 'sponsor', former: [red] },
    },
  ],
  published: [],
};

const telling = { timeZone: 'UTC', named: (text: string) => text.replace('p-dina', 'Dina (p-dina)') };

describe('delivery confidence in a terminal', () => {
  it('says what counts and why, then each judgement, what it said before, and what was withdrawn', () =>
    expect(confidenceLines(answer, telling)).toEqual([
      '  amber (ipa-3). p-dina judged it for the latest day.',
      '  for 2027-02-01, by p-carl: green (ipa-3), event 6: So.',
      '    withdrawn by p-otto on 2027-03-02: Another bridge.',
      '  for 2027-03-01, by Dina (p-dina): amber (ipa-3), event 8: The deck is late.',
      '    not counted: now its sponsor',
      '    before: red (ipa-3), event 7: No deck.',
    ]));

  it('says that a list rates it no more', () =>
    expect(
      confidenceLines(
        { counts: null, why: 'The list of 2019-07-01 rates it no more.', judgements: [], published: [{}] },
        telling,
      ),
    ).toEqual(['  none. The list of 2019-07-01 rates it no more.']));

  it('is left out where nobody said any', () =>
    expect(confidenceLines({ ...answer, judgements: [] }, telling)).toEqual([]));
});
