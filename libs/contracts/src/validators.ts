import { isPerson } from '@docket/identity';
import { hidesSomething, isDay, isInstant, isRedactedText, isTimeZone } from '@docket/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from './description';
import { Type } from 'class-transformer';
import { Matches, ValidateNested } from 'class-validator';
import { checked, MayBeLeftOut, optional, type Documented } from './checked';

export { MayBeLeftOut } from './checked';

const LINE_ENDS = /[\n\r\t]/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a value is text of at most so many characters that says something and hides nothing. */
export const isText = (maximum: number, multiline: boolean) => (value: unknown) =>
  typeof value === 'string' &&
  value.length <= maximum &&
  VISIBLE.test(value) &&
  !hidesSomething(multiline ? value.replace(LINE_ENDS, '') : value);

type TextOptions = Documented & Readonly<{ required?: boolean; maximum?: number; multiline?: boolean }>;

/** A text that says something: not blank, nothing that hides or turns around, at most `maximum` characters. */
export const Text = ({
  required = true,
  maximum = 200,
  multiline = false,
  ...documented
}: TextOptions = {}) =>
  applyDecorators(
    ...optional(required, { type: String, maxLength: maximum, minLength: 1, ...documented }),
    checked(
      'text',
      `must be text of 1 to ${maximum} characters that can be seen, without control characters`,
      isText(maximum, multiline),
    ),
    checked(
      'no-notice',
      'begins as the notice does that stands for redacted words: write it anew, or begin it otherwise',
      (value) => typeof value !== 'string' || !isRedactedText(value.trimStart()),
    ),
  );

const DECIMAL = '^-?\\d{1,40}(\\.\\d{1,40})?$';
const isDecimal = (value: unknown): boolean => typeof value === 'string' && new RegExp(DECIMAL).test(value);

/** An exact amount or ratio as text: plain decimal, no plus sign, no exponent, no separators. */
export const DecimalField = ({ required = true, ...documented }: Documented & { required?: boolean } = {}) =>
  applyDecorators(
    ...optional(required, {
      type: String,
      pattern: DECIMAL,
      example: '1250000.50',
      ...documented,
    }),
    checked(
      'decimal',
      'must be a decimal number as text, like "1250000.50" (no plus sign, no exponent, no separators, not NaN)',
      isDecimal,
    ),
  );

/** A calendar day that exists. */
export const DayField = ({ required = true, ...documented }: Documented & { required?: boolean } = {}) =>
  applyDecorators(
    ...optional(required, { type: String, format: 'date', example: '2026-04-01', ...documented }),
    checked(
      'day',
      'must be a day that exists, like 2026-04-01 (years 1900 to 9998)',
      (v) => typeof v === 'string' && isDay(v),
    ),
  );

/** A UTC instant to the millisecond. */
export const InstantField = ({ required = true, ...documented }: Documented & { required?: boolean } = {}) =>
  applyDecorators(
    ...optional(required, {
      type: String,
      format: 'date-time',
      example: '2026-04-01T09:00:00.000Z',
      ...documented,
    }),
    checked(
      'instant',
      'must be a UTC instant like 2026-04-01T09:00:00.000Z',
      (v) => typeof v === 'string' && isInstant(v),
    ),
  );

/** An IANA time zone. */
export const TimeZoneField = (documented: Documented = {}) =>
  applyDecorators(
    ApiProperty({ type: String, example: 'Europe/London', ...documented }),
    checked(
      'timeZone',
      'must be an IANA time zone like Europe/London',
      (v) => typeof v === 'string' && isTimeZone(v),
    ),
  );

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);

/** An id as Docket gives them out: a UUID in lower case. */
export const IdField = ({ required = true, ...documented }: Documented & { required?: boolean } = {}) =>
  applyDecorators(
    ...optional(required, {
      type: String,
      format: 'uuid',
      example: '6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10',
      ...documented,
    }),
    Matches(ID, {
      message: '$property must be an id as Docket gives them out (a UUID in lower case)',
    }),
  );

/** The id of a person: never a name. */
export const PersonField = ({ required = true, ...documented }: Documented & { required?: boolean } = {}) =>
  applyDecorators(
    ...optional(required, { type: String, example: 'p-priya', ...documented }),
    checked(
      'person',
      'must be the id of somebody there is, like p-priya (GET /api/v1/people lists them)',
      (value) => typeof value === 'string' && isPerson(value),
    ),
  );

/** One of a fixed set of words. */
export const WordField = (
  words: readonly string[],
  { required = true, ...documented }: Documented & { required?: boolean } = {},
) =>
  applyDecorators(
    ...optional(required, { enum: [...words], example: words[0], ...documented }),
    checked(
      'word',
      `must be one of ${words.join(', ')}`,
      (value) => typeof value === 'string' && words.includes(value),
    ),
  );

export const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type Shape = new () => object;

/** An object of this shape. */
export const ObjectField = (
  shape: () => Shape,
  { required = true, ...documented }: Documented & { required?: boolean } = {},
) =>
  applyDecorators(
    ...optional(required, { type: () => shape(), ...documented }),
    checked('object', 'must be an object with the fields of this part', isObject),
    ValidateNested(),
    Type(shape),
  );

/** A list of 1 to `maximum` objects of this shape. */
export const ListField = (
  shape: () => Shape,
  {
    required = true,
    maximum = 50,
    ...documented
  }: Documented & { required?: boolean; maximum?: number } = {},
) =>
  applyDecorators(
    ...optional(required, {
      type: () => shape(),
      isArray: true,
      minItems: 1,
      maxItems: maximum,
      ...documented,
    }),
    checked(
      'list',
      `must be a list of 1 to ${maximum} objects`,
      (value) =>
        Array.isArray(value) && value.length >= 1 && value.length <= maximum && value.every(isObject),
    ),
    ValidateNested({ each: true }),
    Type(shape),
  );

/** A whole number from `minimum` (1 where nothing is said) to `maximum`. */
export const CountField = (
  maximum: number,
  { required = true, minimum = 1, ...documented }: Documented & { required?: boolean; minimum?: number } = {},
) =>
  applyDecorators(
    ...optional(required, { type: 'integer', minimum, maximum, example: 2, ...documented }),
    checked(
      'count',
      `must be a whole number from ${minimum} to ${maximum}`,
      (value) => Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
    ),
  );

/** Up to `maximum` short texts, each of which says something. */
export const LabelsField = (maximum: number, documented: Documented = {}) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, isArray: true, minItems: 1, maxItems: maximum, ...documented }),
    MayBeLeftOut(),
    checked(
      'labels',
      `must be a list of 1 to ${maximum} texts of 1 to 60 characters each`,
      (value) =>
        Array.isArray(value) &&
        value.length >= 1 &&
        value.length <= maximum &&
        value.every(isText(60, false)),
    ),
  );

/** A month of the calendar. */
export const MonthField = (documented: Documented = {}) =>
  applyDecorators(
    ApiProperty({ type: String, pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2027-04', ...documented }),
    Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '$property must be a month, like 2027-04' }),
  );
/** A level of a numbered scale: a whole number from 0 on; whether the scale has it, its rule says. */
export const LevelField = (documented: Documented = {}) =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum: 0, maximum: 100, example: 2, ...documented }),
    checked(
      'level',
      'must be a whole number from 0 to 100',
      (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100,
    ),
  );
