import { Decimal, unreachable, type DecimalText } from '@docket/kernel';
import type { Matter } from '../motion/matter';

/** What the value of a motion follows from: a component as it stands. `authorisedCost` is the whole-life cost of its current baseline. */
export type ValuedComponent = Readonly<{
  status: string;
  wholeLifeCost: DecimalText | undefined;
  authorisedCost?: DecimalText | undefined;
}>;

/**
 * The increase of whole-life commitment that a decision authorises: the whole-life cost of a proposal that gets a go, conditional or
 * not. Every other decision adds nothing to what is authorised.
 */
export const valueOf = (outcome: string, { status, wholeLifeCost }: ValuedComponent): DecimalText => {
  const authorises = outcome === 'go' || outcome === 'conditional-go';
  return authorises && status === 'proposed' ? (wholeLifeCost ?? '0') : '0';
};

/** What is authorised beyond what was before; all of it where nothing was. Less is no increase. */
const above = (now: DecimalText = '0', before: DecimalText = '0'): DecimalText => {
  const more = Decimal.of(now).minus(Decimal.of(before));
  return more.isNegative ? '0' : more.toString();
};

/**
 * The increase a motion authorises: of a component by its outcome, of a slate the sum of its components', of a new baseline what it adds, of a
 * budget what it adds to the one it stands in the place of (`budgetBefore`). Waivers, scoring models and programmes authorise nothing by themselves.
 */
export const increaseOf = (
  matter: Matter,
  outcome: string,
  components: readonly ValuedComponent[],
  budgetBefore?: DecimalText,
): DecimalText => {
  const [first = { status: 'absent', wholeLifeCost: undefined }] = components;
  switch (matter.on) {
    case 'component':
      return valueOf(outcome, first);
    case 're-baseline':
      return above(first.wholeLifeCost, first.authorisedCost);
    case 'slate':
      return Decimal.sum(
        components.map((one, index) => Decimal.of(valueOf(matter.components[index]?.ask ?? '', one))),
      ).toString();
    case 'budget':
      return above(matter.amount, budgetBefore);
    case 'waiver':
    case 'scoring-model':
    case 'programme':
      return '0';
    default:
      return unreachable(matter);
  }
};
