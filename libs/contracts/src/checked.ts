import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ApiProperty, ApiPropertyOptional } from './description';
import { ValidateBy, ValidateIf } from 'class-validator';

/** What the OpenAPI document says of a field beside its form. */
export type Documented = Readonly<{ example?: unknown; description?: string }>;

/** The field may be left out; where it is given, null included, it must be right. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A field of the document, checked only where it is given if it is not required. */
export const optional = (required: boolean, options: ApiPropertyOptions): PropertyDecorator[] =>
  required ? [ApiProperty(options)] : [ApiPropertyOptional(options), MayBeLeftOut()];

/** A check of ours, with the sentence that follows the field's name where it fails. */
export const checked = (
  name: string,
  sentence: string,
  validate: (value: unknown) => boolean,
): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => `$property ${sentence}` } });
