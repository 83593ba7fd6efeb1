import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { checked, optional, type Documented } from './checked';
import { isObject, type Shape } from './validators';

/** An object of one of several shapes, told apart by its `kind`, or what `by` says; `unknown` stands for a kind that is none of them. */
export const KindField = (
  kinds: Readonly<Record<string, Shape>>,
  unknown: Shape,
  { required = true, by = 'kind', ...documented }: Documented & { required?: boolean; by?: string } = {},
) =>
  applyDecorators(
    ...optional(required, {
      oneOf: Object.values(kinds).map((one) => ({ $ref: `#/components/schemas/${one.name}` })),
      ...documented,
    }),
    checked(
      'object',
      by === 'kind'
        ? `must be an object with a kind (${Object.keys(kinds).join(' or ')})`
        : `must be an object that says what it is ${by} (${Object.keys(kinds).join(' or ')})`,
      isObject,
    ),
    ValidateNested(),
    Type(() => unknown, {
      keepDiscriminatorProperty: true,
      discriminator: {
        property: by,
        subTypes: Object.entries(kinds).map(([name, value]) => ({ name, value })),
      },
    }),
  );
