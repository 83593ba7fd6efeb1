/** A value that JSON can carry without loss. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const inKeyOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;

/** JSON with object keys in code-unit order: equal content gives equal text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inKeyOrder) ?? 'null';
