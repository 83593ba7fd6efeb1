import { businessCase, writtenCase } from '../../testing/project.scenes';
import type { BusinessCase } from './business-case';
import { differenceOf, differencesBetween, reportDifferenceOf } from './difference';
import type { ReportContent } from './status-report';

const changed = (change: Partial<BusinessCase>, before: BusinessCase = writtenCase) =>
  differenceOf(before, { ...before, ...change });
const [backlog, fees] = writtenCase.benefits;

describe('the difference between two business cases', () => {
  it('is none between a case and itself', () => expect(changed({})).toEqual([]));

  it('names each field that is said otherwise, with both values', () =>
    expect(changed({ wholeLifeCost: '51000000', finish: '2030-03-31' })).toEqual([
      { path: 'finish', before: '2029-03-31', after: '2030-03-31' },
      { path: 'wholeLifeCost', before: '48250000', after: '51000000' },
    ]));

  it('names what is newly said, and what is no longer', () =>
    expect(changed({ vendor: undefined, category: 'ICT' })).toEqual([
      { path: 'category', before: null, after: 'ICT' },
      { path: 'vendor', before: 'Registra Ltd', after: null },
    ]));

  it('tells lines of lists apart by what names them, never by their place', () =>
    expect(
      changed({
        budgetByYear: [
          { year: 2025, amount: '0' },
          { year: 2026, amount: '8250000' },
          { year: 2027, amount: '39000000' },
        ],
        demand: [],
        benefits: [
          { ...backlog, owner: 'grace' },
          { ...fees, planned: [{ day: '2029-12-31', amount: '31000000' }] },
        ],
      }),
    ).toEqual([
      { path: 'benefits/backlog/owner', before: 'ada', after: 'grace' },
      { path: 'benefits/fees/planned/2030-12-31', before: '100000000', after: null },
      { path: 'budgetByYear/2025', before: null, after: '0' },
      { path: 'budgetByYear/2027', before: '40000000', after: '39000000' },
      { path: 'demand/database engineer 2026-10', before: '320.5', after: null },
    ]));

  it('shows risks with their texts, and tags as one', () =>
    expect(
      changed({
        tags: ['cloud'],
        risks: [{ id: 'law', probability: 4, impact: 5, owner: 'grace' }],
        riskTexts: '{"law":{"description":"The law does not come."}}',
      }),
    ).toEqual([
      { path: 'risks/law/description', before: 'The law comes late.', after: 'The law does not come.' },
      { path: 'risks/law/probability', before: 3, after: 4 },
      { path: 'risks/law/response', before: 'Ask the ministry every month.', after: null },
      { path: 'risks/paper/description', before: 'Titles are missing.', after: null },
      { path: 'risks/paper/impact', before: 2, after: null },
      { path: 'risks/paper/probability', before: 2, after: null },
      { path: 'tags', before: ['cloud', 'law'], after: ['cloud'] },
    ]));

  it('is all of it where nothing was said before', () =>
    expect(differenceOf(undefined, businessCase)).toEqual(
      Object.entries(businessCase)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, after]) => ({ path, before: null, after })),
    ));

  it('writes a slash in a name so that no other path reads the same', () => {
    const demand = [{ skill: 'a/b ~c', month: '2026-10', hours: '1' }];
    expect(changed({ demand }, businessCase)).toEqual([
      { path: 'demand/a~1b ~0c 2026-10', before: null, after: '1' },
    ]);
  });

  it('shows redacted texts as redacted, of each risk', () =>
    expect(changed({ riskTexts: '[words redacted]' }).map(({ path, after }) => [path, after])).toEqual([
      ['risks/law/description', '[words redacted]'],
      ['risks/law/response', '[words redacted]'],
      ['risks/paper/description', '[words redacted]'],
      ['risks/paper/response', '[words redacted]'],
    ]));
});

describe('the difference between two contents of a report', () => {
  const said: ReportContent = {
    figures: { earnedValue: '2500', actualCost: '2800' },
    ownStatus: 'amber',
    defects: { confirmed: 3, size: '2', sizeUnit: 'km' },
    narrative: 'Two sides and a half.',
  };

  it('is none between a content and itself', () => expect(reportDifferenceOf(said, { ...said })).toEqual([]));

  it('names what is not said any more, as deep as it was said, with nothing after it', () =>
    expect(reportDifferenceOf(said, { figures: { actualCost: '2800' } })).toEqual([
      { path: 'defects/confirmed', before: 3, after: null },
      { path: 'defects/size', before: '2', after: null },
      { path: 'defects/sizeUnit', before: 'km', after: null },
      { path: 'figures/earnedValue', before: '2500', after: null },
      { path: 'narrative', before: 'Two sides and a half.', after: null },
      { path: 'ownStatus', before: 'amber', after: null },
    ]));

  it('names what is said otherwise, or newly, and nothing of where a version stands', () => {
    const version = { ...said, eventId: 'e', actor: 'ada', recordedAt: '2026-03-02T09:00:00.000Z' };
    const figures = { earnedValue: '2400', actualCost: '2800' };
    expect(reportDifferenceOf(version, { ...said, figures, personTimeHours: '12' })).toEqual([
      { path: 'figures/earnedValue', before: '2500', after: '2400' },
      { path: 'personTimeHours', before: null, after: '12' },
    ]);
  });
});

describe('the difference between two statements of anything', () => {
  it('is told by path, with null where nothing was said', () =>
    expect(
      differencesBetween(
        { sponsor: 'a', report: { budget: '1', spent: null } },
        { report: { spent: '2' }, name: 'n' },
      ),
    ).toEqual([
      { path: 'name', before: null, after: 'n' },
      { path: 'report/budget', before: '1', after: null },
      { path: 'report/spent', before: null, after: '2' },
      { path: 'sponsor', before: 'a', after: null },
    ]));

  it('is all that is said where there is nothing on the other side', () => {
    expect(differencesBetween(undefined, { a: '1' })).toEqual([{ path: 'a', before: null, after: '1' }]);
    expect(differencesBetween({ a: '1' }, undefined)).toEqual([{ path: 'a', before: '1', after: null }]);
    expect(differencesBetween(undefined, undefined)).toEqual([]);
  });
});
