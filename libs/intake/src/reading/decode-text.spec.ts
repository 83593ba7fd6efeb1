import { decodeText, MAX_FILE_BYTES } from './decode-text';

const bytesOf = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part, 'utf8'))),
  );

const codeOf = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes, 'list.csv');
  return typeof decoded === 'string' ? decoded : [decoded.refusal.code, decoded.refusal.message];
};

describe('the encoding of a list', () => {
  it('UTF-8 is read with and without its mark', () => {
    expect(codeOf(bytesOf('cost £5m – due'))).toBe('cost £5m – due');
    expect(codeOf(bytesOf(0xef, 0xbb, 0xbf, 'year,é'))).toBe('year,é');
  });

  it('what is no UTF-8 is read as Latin-1 as Windows writes it', () =>
    expect(codeOf(bytesOf('cost ', 0xa3, '5m ', 0x96, ' the board', 0x92, 's'))).toBe(
      'cost £5m – the board’s',
    ));

  it('UTF-16 is read when it carries its mark', () => {
    expect(codeOf(Buffer.from('\ufeffyear;£', 'utf16le'))).toBe('year;£');
    expect(codeOf(Buffer.from('\ufeffyear;£', 'utf16le').swap16())).toBe('year;£');
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-16 without its mark', Buffer.from('year\nname', 'utf16le'), 'line 1 (byte 1) holds a zero byte'],
    ['a workbook', bytesOf('PK', 3, 4, '\n', 0, 0), 'line 2 (byte 5) holds a zero byte'],
    [
      'UTF-16 cut in the middle',
      Buffer.from('\ufeffyear', 'utf16le').subarray(0, 7),
      'breaks off in the middle',
    ],
    [
      'UTF-8 with a stray byte',
      bytesOf('£5\nthen ', 0xa3, '6'),
      'line 2 (byte 9) breaks the UTF-8 that 1 other places hold',
    ],
    ['a mark of UTF-8 before something else', bytesOf(0xef, 0xbb, 0xbf, 'a', 0xa3), 'line 1 (byte 4) is not'],
    [
      'a byte that is no character',
      bytesOf('year\n', 0x81),
      'line 2 (byte 5) holds a byte that is no character',
    ],
  ])('%s is refused, with the place and what would help', (_, bytes, where) => {
    const [code, message] = codeOf(bytes);
    expect(code).toBe('file-encoding-broken');
    expect(message).toContain(where);
    expect(message).toContain('list.csv: ');
    expect(message).toContain('CSV UTF-8');
  });

  it('an empty file and one beyond 64 MiB are refused', () => {
    expect(codeOf(bytesOf())).toEqual(['file-empty', 'list.csv: The file is empty. Give the list as CSV.']);
    expect(codeOf(new Uint8Array(MAX_FILE_BYTES + 1))).toEqual([
      'file-too-large',
      'list.csv: The file is larger than 64 MiB. Split it by year, oldest first.',
    ]);
  });
});
