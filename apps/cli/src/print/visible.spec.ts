import { visible } from './visible';

describe('text for a terminal', () => {
  it.each([
    ['a colour', 'Bridge \u001b[31mred\u001b[0m', 'Bridge \ufffd[31mred\ufffd[0m'],
    ['a title of the window', '\u001b]0;mine\u0007', '\ufffd]0;mine\ufffd'],
    ['the eight-bit form of an escape', '\u009b2J', '\ufffd2J'],
    ['a line written over', 'rank 9\rrank 1', 'rank 9\ufffdrank 1'],
    ['a name written backwards', '\u202egpj.exe', '\ufffdgpj.exe'],
  ])('shows %s instead of obeying it', (_, text, shown) => expect(visible(text)).toBe(shown));

  it('keeps lines and every letter as they are', () =>
    expect(visible('Ærø–bro «Ω»\n東京 🚆\n')).toBe('Ærø–bro «Ω»\n東京 🚆\n'));
});
