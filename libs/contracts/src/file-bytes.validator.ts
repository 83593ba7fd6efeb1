import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from './description';
import { checked, type Documented } from './checked';

const NO_BASE64 = /[^A-Za-z0-9+/]/;

/** Whether a text is base64 with its padding. Looks for one wrong character: a pattern of groups of four would fill the stack. */
const isBase64 = (value: unknown): boolean => {
  if (typeof value !== 'string' || value.length % 4 !== 0) return false;
  const padding = value.endsWith('==') ? 2 : Number(value.endsWith('='));
  return !NO_BASE64.test(padding === 0 ? value : value.slice(0, -padding));
};

/** The bytes of a file, as many as the body may have, in base64. */
export const FileBytesField = (documented: Documented = {}) =>
  applyDecorators(
    ApiProperty({ type: String, format: 'byte', ...documented }),
    checked('base64', 'must be the bytes of the file in base64', isBase64),
  );
