import type { KnownGrant } from '@docket/governance';
import type { CellNote, NamedRow } from '../../domain/delegations/named-row';
import { note } from './parse-delegations';

const NEW =
  'No grant of this portfolio has named this kind so far. If it is a slip of the pen, nobody decides on what was meant.';

/** Kinds of decision that are said for the first time in a portfolio that has some: a slip of the pen would be one. */
export const newKinds = (
  file: string,
  rows: readonly NamedRow[],
  grants: readonly KnownGrant[],
): readonly CellNote[] => {
  const known = new Set(grants.flatMap(({ authority }) => authority.kinds ?? []));
  if (known.size === 0) return [];
  return rows.flatMap(({ line, kinds }) =>
    (kinds ?? []).filter((kind) => !known.has(kind)).map((kind) => note(file, line, 'kind', kind, NEW)),
  );
};
