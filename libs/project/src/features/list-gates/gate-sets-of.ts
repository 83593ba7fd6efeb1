import { byCodeUnits, type Cut, type Instant, type ReadModel } from '@docket/kernel';
import type { ComponentKind, Gate } from '../../domain/gate-set';
import { gateSetTable, type GateSetRow } from '../../gate.tables';

/** A published version of the gates of a kind of component; `inForce`: no later one was published by then. */
export type GateSetView = Readonly<{
  kind: ComponentKind;
  version: number;
  inForce: boolean;
  publishedAt: Instant;
  publishedBy: string;
  gates: readonly Gate[];
}>;

const byKindThenLatest = (a: GateSetRow, b: GateSetRow): number =>
  byCodeUnits(a.kind, b.kind) || b.version - a.version;

/** The gates of a portfolio as published at a cut: of each kind of component all versions, the latest first. */
export const gateSetsOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId: scope }: Readonly<{ portfolioId: string }>,
): Promise<readonly GateSetView[]> => {
  const rows = (await readModel.rowsAsOf(gateSetTable, number, { scope })).map(({ row }) => row);
  return rows.sort(byKindThenLatest).map(({ kind, version, gates, published_at, published_by }) => ({
    ...{ kind, version },
    inForce: !rows.some((other) => other.kind === kind && other.version > version),
    ...{ publishedAt: published_at, publishedBy: published_by, gates },
  }));
};
