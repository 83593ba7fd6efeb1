import { oneLine, prose } from './prose';

describe('free text of a list', () => {
  it.each([
    ['an underspend of Ł5.5m', 'an underspend of £5.5m'],
    ['an underspend of Ĺ\u00815.5m', 'an underspend of £5.5m'],
    ['Cost is 277.66 (ŁM)', 'Cost is 277.66 (£M)'],
    ['Variance of Ł-12.688m', 'Variance of £-12.688m'],
    ['the UKŁ:US$ rate', 'the UK£:US$ rate'],
    ['was \u008112.5m', 'was £12.5m'],
    [
      'the department\u0092s \u0093first of its kind\u0094 \u0096 yes',
      'the department’s “first of its kind” – yes',
    ],
    ['the departmentÂ\u0092s plan', 'the department’s plan'],
    ['Â\u0095Â\u00a0Scope', '• Scope'],
    ['Ë\u0087 Scope', '· Scope'],
    ['ZostavaxĹ˝', 'Zostavax®'],
    ['2-2Ë\u009d year', '2-2½ year'],
  ])('%j is repaired to %j, because it is certain', (broken, right) => expect(prose(broken)).toBe(right));

  it.each(['Łódź', 'Âme', 'matičre', 'Quantum\u009d prison'])('%j stays: what it was is a guess', (text) =>
    expect(prose(text)).toBe(text),
  );

  it('keeps its paragraphs under one kind of line end, and is cut nowhere', () => {
    expect(prose(' one\r\r\r\ntwo\rthree\n\nfour ')).toBe('one\ntwo\nthree\n\nfour');
    expect(prose('x'.repeat(50_000))).toHaveLength(50_000);
    expect(prose(`x${'\r'.repeat(150_000)}y`)).toBe('x\ny');
  });

  it('a name shows all it is: nothing that clears a screen or turns the direction', () =>
    expect(oneLine('\u001b[2J Evil \u202eabc\u200b')).toBe('[2J Evil abc'));

  it('a name stands on one line', () => expect(oneLine(' HS2\u00a0 Phase\r\n1 ')).toBe('HS2 Phase 1'));
});
