import { writeAmount } from './amount-cell';
import { COLUMNS, type Column } from './columns';
import { writeFrom, writeUntil } from './day-cell';
import type { NamedTier } from './named-row';

const quoted = (cell: string): string =>
  /[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const cellsOf = (tier: NamedTier, timeZone: string): Readonly<Record<Column, string>> => ({
  reference: tier.reference ?? '',
  holder: tier.holder,
  'granted by': tier.grantedBy ?? 'portfolio',
  'part of': tier.partOf ?? '',
  domain: tier.domains?.join('; ') ?? '',
  kind: tier.kinds?.join('; ') ?? 'all',
  outcomes: tier.outcomes?.join('; ') ?? '',
  'limit per decision': tier.perDecision === null ? 'unlimited' : writeAmount(tier.perDecision),
  'limit per period': tier.perPeriod ? writeAmount(tier.perPeriod.amount) : '',
  period: tier.perPeriod?.period ?? '',
  from: tier.from === null ? '' : writeFrom(tier.from, timeZone),
  until: tier.until === null ? '' : writeUntil(tier.until, timeZone),
  'may sub-delegate': tier.maySubDelegate ? 'yes' : 'no',
  'call-in hours': tier.callInHours === null ? '' : String(tier.callInHours),
});

/** A scheme of delegation as CSV, in the shape in which it is imported: a header, then a row per tier; each line with its end. */
export const writeScheme = (
  tiers: readonly NamedTier[],
  { timeZone }: Readonly<{ timeZone: string }>,
): string =>
  [COLUMNS, ...tiers.map((tier) => COLUMNS.map((column) => cellsOf(tier, timeZone)[column]))]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('');
