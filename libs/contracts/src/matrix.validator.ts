import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from './description';
import { checked, type Documented } from './checked';
import { isText } from './validators';

/** The longest text in a cell. */
const CELL = 40;

const isListOf = (maximum: number, isItem: (item: unknown) => boolean) => (list: unknown) =>
  Array.isArray(list) && list.length >= 1 && list.length <= maximum && list.every(isItem);

/** Rows of short texts, 1 to `maximum` of 1 to `maximum` each. */
export const MatrixField = ({ maximum, ...documented }: Documented & { maximum: number }) =>
  applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'array', items: { type: 'string', maxLength: CELL } },
      minItems: 1,
      maxItems: maximum,
      ...documented,
    }),
    checked(
      'matrix',
      `must be a list of 1 to ${maximum} rows of 1 to ${maximum} texts each`,
      isListOf(maximum, isListOf(maximum, isText(CELL, false))),
    ),
  );
