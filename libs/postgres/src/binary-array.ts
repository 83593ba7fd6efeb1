/** What a list of each kind may hold beside nulls; a bigint is a safe integer. */
type Elements = Readonly<{ text: string; bigint: number; boolean: boolean }>;

export type ArrayKind = keyof Elements;

type Element<K extends ArrayKind> = Readonly<{
  /** The number PostgreSQL gives the type. */
  oid: number;
  /** The most bytes a value takes. */
  most: (value: Elements[K]) => number;
  /** Writes it and says how many bytes it took. */
  write: (bytes: Buffer, value: Elements[K], at: number) => number;
}>;

const HALF = 2 ** 32;

const ELEMENTS: { readonly [K in ArrayKind]: Element<K> } = {
  text: { oid: 25, most: (text) => 3 * text.length, write: (bytes, text, at) => bytes.write(text, at) },
  bigint: {
    oid: 20,
    most: () => 8,
    write: (bytes, value, at) => {
      bytes.writeInt32BE(Math.floor(value / HALF), at);
      bytes.writeUInt32BE(value >>> 0, at + 4);
      return 8;
    },
  },
  boolean: { oid: 16, most: () => 1, write: (bytes, value, at) => bytes.writeUInt8(Number(value), at) - at },
};

const HEADER = 20;
const LENGTH = 4;
const NULL = -1;

/**
 * A list as a parameter of `text[]`, `bigint[]` or `boolean[]` in the form that PostgreSQL sends and takes arrays in itself (`array_recv`):
 * dimensions, whether there are nulls, type of the elements, their count, the index of the first; then each with its length in bytes before
 * it. Nothing in it is quoted by one side and parsed by the other.
 */
export const binaryArray = <K extends ArrayKind>(
  kind: K,
  values: readonly (Elements[K] | null | undefined)[],
): Buffer => {
  const { oid, most, write } = ELEMENTS[kind];
  let size = HEADER;
  for (const value of values) size += LENGTH + (value === null || value === undefined ? 0 : most(value));
  const bytes = Buffer.allocUnsafe(size);
  let at = HEADER;
  let hasNulls = 0;
  for (const value of values) {
    const isNull = value === null || value === undefined;
    const length = isNull ? NULL : write(bytes, value, at + LENGTH);
    bytes.writeInt32BE(length, at);
    at += LENGTH + Math.max(length, 0);
    if (isNull) hasNulls = 1;
  }
  [values.length > 0 ? 1 : 0, hasNulls, oid, values.length, 1].forEach((field, index) =>
    bytes.writeInt32BE(field, index * LENGTH),
  );
  return bytes.subarray(0, values.length > 0 ? at : 3 * LENGTH);
};
