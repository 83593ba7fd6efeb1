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

/** What a new baseline authorises beyond the one before it; all of it where none was known. Less is no increase. */
const aboveBaseline = ({ wholeLifeCost = '0', authorisedCost = '0' }: ValuedComponent): DecimalText => {
  const more = Decimal.of(wholeLifeCost).minus(Decimal.of(authorisedCost));
  return more.isNegative ? '0' : more.toString();
};

/**
 * The increase a motion authorises: of a component by its outcome, of a slate the sum of its components', of a new baseline what it adds, of a
 * budget its amount. Waivers, scoring models and programmes authorise nothing by themselves.
 */
export const increaseOf = (
  matter: Matter,
  outcome: string,
  components: readonly ValuedComponent[],
): DecimalText => {
  const [first = { status: 'absent', wholeLifeCost: undefined }] = components;
  switch (matter.on) {
    case 'component':
      return valueOf(outcome, first);
    case 're-baseline':
      return aboveBaseline(first);
    case 'slate':
      return Decimal.sum(
        components.map((one, index) => Decimal.of(valueOf(matter.components[index]?.ask ?? '', one))),
      ).toString();
    case 'budget':
      return matter.amount;
    case 'waiver':
    case 'scoring-model':
    case 'programme':
      return '0';
    default:
      return unreachable(matter);
  }
};
