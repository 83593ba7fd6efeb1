import type { ValidationError } from 'class-validator';
import { Problem, type FieldError } from './problem';

/** A name somebody else chose, short enough to be said again. */
const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

const sentences = (error: ValidationError, path: string): FieldError[] => {
  const field = path === '' ? short(error.property) : `${path}.${short(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
    field,
    message:
      rule === 'whitelistValidation'
        ? 'is not a field of this request'
        : text.startsWith(`${error.property} `)
          ? text.slice(error.property.length + 1)
          : text,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => sentences(child, field))];
};

/** As many are named; a body with more is wrong altogether. */
const MOST_ERRORS = 50;

/** What class-validator found, as one problem that names each field and what it must be. */
export const fieldProblem = (found: ValidationError[]): Problem => {
  const errors = found.flatMap((error) => sentences(error, ''));
  const shown = errors.slice(0, MOST_ERRORS);
  const fields = [...new Set(errors.map(({ field }) => field))];
  return new Problem(
    'fields-invalid',
    `${fields.length === 1 ? 'One field is' : `${fields.length} fields are`} not as required: ${fields.slice(0, 8).join(', ')}.`,
    shown,
  );
};
