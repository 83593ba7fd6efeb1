import type { AnchoredScale, Measure } from './scoring-model.events';

/**
 * What is so of a measure whoever asks: the kind of scale it is read on, whether more of it or less is better (null where only the
 * order of its ratings or the meaning of its anchors says so), and the units its bands may be written in, the usual one first
 * (`currency`: the portfolio's). A quotient is written in `ratio`, which is shown as per cent, or in `times`; both are the same number.
 */
type MeasureFacts = Readonly<{
  kind: AnchoredScale['kind'];
  better: 'more' | 'less' | null;
  units: readonly ('ratio' | 'times' | 'days' | 'points of 100' | 'currency')[];
}>;

const FACTS: Readonly<Record<Measure, MeasureFacts>> = {
  'delivery-confidence': { kind: 'levels', better: null, units: [] },
  'budget-variance': { kind: 'bands', better: 'less', units: ['ratio'] },
  'whole-life-cost': { kind: 'bands', better: 'less', units: ['currency'] },
  'schedule-slip': { kind: 'bands', better: 'less', units: ['days'] },
  'cost-performance': { kind: 'bands', better: 'more', units: ['ratio', 'times'] },
  'schedule-performance': { kind: 'bands', better: 'more', units: ['ratio', 'times'] },
  'benefit-cost-ratio': { kind: 'bands', better: 'more', units: ['ratio', 'times'] },
  'strategic-alignment': { kind: 'bands', better: 'more', units: ['points of 100'] },
  assessment: { kind: 'anchors', better: null, units: [] },
};

export const factsOf = (measure: Measure): MeasureFacts => FACTS[measure];

/** The units in which the bands of a measure may be written in a portfolio of this currency, the usual one first; none where it has no bands. */
export const unitsOf = (measure: Measure, currency: string): readonly string[] =>
  FACTS[measure].units.map((unit) => (unit === 'currency' ? currency : unit));
