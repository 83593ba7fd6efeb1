import { differenceOf } from './domain/project/difference';
import { fieldInWords, isPersonField, saidInWords, standingInWords } from './said-in-words';
import { writtenCase } from './testing/project.scenes';

const inWords = (path: string, value: Parameters<typeof saidInWords>[1]) =>
  `${fieldInWords(path)}: ${saidInWords(path, value, 'GBP')}`;

describe('a field that is said otherwise', () => {
  it.each<[string, Parameters<typeof saidInWords>[1], string]>([
    ['wholeLifeCost', '12500000', 'whole-life cost: GBP 12,500,000'],
    ['expectedBenefits', '1500.5', 'expected benefits: GBP 1,500.5'],
    ['budgetByYear/2027', '12500000', 'budget 2027: GBP 12,500,000'],
    ['demand/database engineer 2026-10', '1320.5', 'demand, database engineer 2026-10: 1,320.5 hours'],
    ['benefits/fees/planned/2029-12-31', '31000000', 'benefit fees, planned 2029-12-31: 31,000,000'],
    ['benefits/fees/metric', 'cost of an entry', 'benefit fees, metric: cost of an entry'],
    ['risks/law/probability', 3, 'risk law, probability: 3'],
    ['risks/a~1b/response', 'Wait.', 'risk a/b, response: Wait.'],
    ['tags', ['rail', 'urgent'], 'tags: rail, urgent'],
    ['tags', [], 'tags: none'],
    ['start', '2027-01-01', 'start: 2027-01-01'],
    ['figures/earnedValue', '2500', 'earned value: GBP 2,500'],
    ['report/finish', '2030-01-01', 'finish: 2030-01-01'],
    ['defects/sizeUnit', 'km', 'defects: size unit: km'],
    ['vendor', '2000', 'vendor: 2000'],
  ])('%s is told in words', (path, value, words) => expect(inWords(path, value)).toBe(words));

  it('is never told by a path or by a data format, whatever a case says', () => {
    const { riskTexts: _, ...stated } = writtenCase;
    for (const { path, after } of differenceOf(undefined, stated))
      expect(inWords(path, after)).not.toMatch(/[a-z][A-Z]|\w\/\w|[[\]{}"]/);
  });

  it('holds a person where it is a part in the case, or owns something in it', () =>
    expect(['sponsor', 'manager', 'risks/law/owner', 'vendor'].map(isPersonField)).toEqual([
      true,
      true,
      true,
      false,
    ]));
});

it('figures that stand are told with the day of each that the latest report leaves out', () => {
  const said = (value: string, reportedFor: string) => ({ value, reportedFor, eventId: 'e' });
  const figures = {
    wholeLifeCost: said('900', '2023-07-01'),
    finish: said('2030-01-01', '2023-07-01'),
    earnedValue: said('1000', '2026-11-20'),
  };
  expect(standingInWords(figures, '2026-11-20', 'GBP')).toBe(
    'earned value GBP 1,000; whole-life cost GBP 900, finish 2030-01-01 (last said for 2023-07-01)',
  );
  expect(standingInWords({}, undefined, 'GBP')).toBe('');
});
