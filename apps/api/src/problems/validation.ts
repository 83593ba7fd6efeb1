import type { ValidationError } from 'class-validator';
import { Problem, type FieldError } from './problem';

const sentences = (error: ValidationError, path: string): FieldError[] => {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
    field,
    message:
      rule === 'whitelistValidation'
        ? 'is not a field of this request'
        : text.replace(new RegExp(`^${error.property} `), ''),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => sentences(child, field))];
};

/** What class-validator found, as one problem that names each field and what it must be. */
export const fieldProblem = (found: ValidationError[]): Problem => {
  const errors = found.flatMap((error) => sentences(error, ''));
  const fields = [...new Set(errors.map(({ field }) => field))];
  return new Problem(
    'fields-invalid',
    `${fields.length === 1 ? 'One field is' : `${fields.length} fields are`} not as required: ${fields.slice(0, 8).join(', ')}.`,
    errors,
  );
};
