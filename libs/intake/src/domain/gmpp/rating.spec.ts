import { readRating } from './rating';

describe('a delivery confidence rating', () => {
  it.each([
    ['Amber', 'amber'],
    ['Amber ', 'amber'],
    ['Amber/Red', 'amber-red'],
    ['Amber/red', 'amber-red'],
    ['Amber/ Red', 'amber-red'],
    ['Amber/Green ', 'amber-green'],
    ['Green', 'green'],
    ['Red', 'red'],
  ])('%j stands on the scale of five levels until 2021', (text, rating) =>
    expect(readRating(text, 2021)).toEqual({ value: { scale: 'ipa-5', rating } }),
  );

  it('from 2022 on it stands on the scale of three levels: another scale, not an improvement', () => {
    expect(readRating('Amber', 2022)).toEqual({ value: { scale: 'ipa-3', rating: 'amber' } });
    expect(readRating('Amber/Red', 2022)).toEqual({
      doubt: 'No level of the scale ipa-3: taken as not reported.',
    });
  });

  it.each([
    'No DCA',
    'Reset',
    'Early planning GMPP project \r\n\r\n(The project has not yet passed SOC, or its programme equivalent)',
  ])('%j is no level: doubtful, taken as not reported', (text) =>
    expect(readRating(text, 2019)).toEqual({ doubt: 'No level of the scale ipa-5: taken as not reported.' }),
  );

  it('a claimed exemption is named as such, and a blank is no doubt', () => {
    const exempt =
      'Exempt under Section 24 of Freedom of Information Act 2000 (National Security)\r\n\r\nExempt under Section 26';
    expect(readRating(exempt, 2016)).toEqual({ doubt: 'Exempt from disclosure: taken as not reported.' });
    expect(readRating('', 2016)).toEqual({});
  });
});
