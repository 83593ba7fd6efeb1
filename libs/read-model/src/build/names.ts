import { isInstallation } from '@docket/kernel';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

const DEFINITION = /^[a-z0-9][a-z0-9._-]{0,23}$/;

/** @throws Error when the definition's name cannot be part of a file or schema name */
export const checkDefinition = (definition: string): string => {
  if (DEFINITION.test(definition)) return definition;
  throw new Error(
    `"${definition}" cannot name a definition: 1 to 24 small letters, digits, dots, dashes or underscores.`,
  );
};

/** @throws Error when the name is not that of an installation (no dash: stream names begin with it) */
export const checkInstallation = (installation: string): string => {
  if (isInstallation(installation)) return installation;
  throw new Error(
    `"${installation}" cannot name an installation: a letter, then up to 30 small letters or digits.`,
  );
};

/** Names tables of one build inside SQL text: in SQLite its file's `main`, in PostgreSQL its schema. */
export const tablesIn =
  (schema: string) =>
  (table: string): RawBuilder<unknown> =>
    sql.id(schema, table);

/** Columns of a version in the order of the layout, each of the given alias. */
export const columnsOf = (alias: string, columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));
