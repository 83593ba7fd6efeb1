import { item, sheet, type AsOf } from './sheet';

type Node = Readonly<{
  kind: string;
  name: string;
  lead: string | null;
  standsIn?: Readonly<{ name: string }>;
  nodes: readonly Node[];
}>;

/** The composition of a portfolio, as far as a terminal shows it. */
export type CompositionAnswer = Readonly<{ asOf: AsOf; nodes: readonly Node[] }>;

type Named = (text: string) => string;

const nodeLines = (
  { kind, name, lead, standsIn, nodes }: Node,
  depth: number,
  named: Named,
): readonly string[] => [
  ...item(
    `${name} (${kind}${lead === null ? '' : `, led by ${named(lead)}`}${standsIn ? `, in ${standsIn.name}` : ''})`,
    depth,
  ),
  ...nodes.flatMap((one) => nodeLines(one, depth + 1, named)),
];

/** The tree of a portfolio, each place with what stands in it. */
export const compositionTree = (
  { asOf, nodes }: CompositionAnswer,
  { name, timeZone, named = (text) => text }: Readonly<{ name: string; timeZone: string; named?: Named }>,
): string => {
  const lines =
    nodes.length === 0
      ? ['It has neither sub-portfolios nor programmes.']
      : nodes.flatMap((node) => nodeLines(node, 1, named));
  return sheet(`${name}, its composition`, asOf, { timeZone, lines });
};
