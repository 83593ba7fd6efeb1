import { Problem } from '../problems/problem';
import { NumberParam } from './number-param';

const param = new NumberParam();
const refusalOf = (text: string): unknown => {
  try {
    return param.transform(text);
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
};

describe('the number of an event in a path', () => {
  it.each(['1', '42', '999999999999999'])('is let through: %s', (text) =>
    expect(param.transform(text)).toBe(text),
  );

  it.each(['0', '-1', '+1', '01', '1.0', '1e3', '0x1', '', ' 1', '1 ', '１', '1000000000000000'])(
    'is refused where it is none, or not written as one: "%s"',
    (text) => expect(refusalOf(text)).toBe('number-malformed'),
  );
});
