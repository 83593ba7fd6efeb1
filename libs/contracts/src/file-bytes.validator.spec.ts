import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { FileBytesField } from './file-bytes.validator';

class Sent {
  @FileBytesField()
  base64: string;
}

describe('the bytes of a file', () => {
  const isSent = (base64: unknown) => validateSync(plainToInstance(Sent, { base64 })).length === 0;

  it.each(['', 'YQ==', 'YWI=', 'YWJj', '+/+/'])('are taken in base64: %j', (base64) =>
    expect(isSent(base64)).toBe(true),
  );
  it.each(['YQ', 'YQ=', 'Y===', '====', 'Y=Q=', 'YW J', 'YWJ-', 'YWJ\n', 7, null, ['YQ==']])(
    'are taken in nothing else: %j',
    (base64) => expect(isSent(base64)).toBe(false),
  );
  it('are taken as many as a body may have', () => {
    expect(isSent('YWJj'.repeat(16 * 2 ** 20))).toBe(true);
    expect(isSent(`${'YWJj'.repeat(16 * 2 ** 20)}YWJ-`)).toBe(false);
  });
});
