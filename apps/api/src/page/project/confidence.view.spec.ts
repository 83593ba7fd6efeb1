import type { ConfidenceAnswer } from '@docket/project';
import { wordsOf } from '../words.fixture';
import { confidenceSection } from './confidence.view';

const version = {
  ...{ scale: 'ipa-3', rating: 'amber', reason: 'The deck is <late>.', withdrawn: null },
  ...{ eventId: 'e8', number: 8, revision: 3, date: '2027-03-01T12:00:00.000Z' },
};
const answer: ConfidenceAnswer = {
  id: 'p',
  name: 'Bridge',
  counts: null,
  why: 'p-dina judged it for 2027-03-01, the latest day that anybody did.',
  judgements: [
    {
      ...version,
      judgedFor: '2027-03-01',
      reviewer: 'p-dina',
      counts: true,
      notCounted: null,
      former: [{ ...version, rating: 'red', reason: 'No deck.', eventId: 'e7', number: 7 }],
    },
    {
      ...version,
      ...{
        judgedFor: '2027-02-01',
        reviewer: 'p-carl',
        number: 6,
        counts: false,
        notCounted: null,
        former: [],
      },
      withdrawn: { by: 'p-otto', at: '2027-03-02T12:00:00.000Z', reason: 'Another bridge.' },
    },
  ],
  published: [
    {
      ...{ reportedFor: '2026-07-01', scale: null, rating: null, source: null, eventId: 'e3', number: 3 },
      date: '2026-07-01T09:00:00.000Z',
      counts: false,
    },
  ],
};

const setting = {
  timeZone: 'UTC',
  kept: { portfolio: 'p', asOf: undefined, model: undefined, budget: undefined, rule: undefined },
};

describe('the delivery confidence of a project', () => {
  const said = wordsOf(confidenceSection(answer, setting));

  it('says first which judgement counts, and then each with its reason, former ones too, by day', () =>
    expect(said).toContain(
      [
        'Dina Farouk (p-dina) judged it for 2027-03-01, the latest day that anybody did.',
        'For Judged by Rating Why Known on Event Standing',
        '2026-07-01 a list none 2026-07-01 3',
        '2027-02-01 Carl Mbeki (p-carl) amber (ipa-3) The deck is &lt;late&gt;. 2027-03-01 6 withdrawn by Otto Lindqvist (p-otto) on 2027-03-02: Another bridge.',
        '2027-03-01 Dina Farouk (p-dina) red (ipa-3) No deck. 2027-03-01 7 judged anew since',
        '2027-03-01 Dina Farouk (p-dina) amber (ipa-3) The deck is &lt;late&gt;. 2027-03-01 8 counts',
      ].join(' '),
    ));

  it('is no part of the page where nobody said any', () =>
    expect(confidenceSection({ ...answer, judgements: [], published: [] }, setting)).toEqual([]));
});
