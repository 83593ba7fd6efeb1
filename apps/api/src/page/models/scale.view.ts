import type { AnchoredScale, Criterion, Measure } from '@docket/assessment';
import { measuredInWords } from '@docket/kernel';
import { html, type Html } from '../html';

/** What each measure is called. */
export const MEASURES: Readonly<Record<Measure, string>> = {
  'delivery-confidence': 'delivery confidence',
  'budget-variance': 'budget variance',
  'whole-life-cost': 'whole-life cost',
  'schedule-slip': 'schedule slip',
  'cost-performance': 'cost performance',
  'schedule-performance': 'schedule performance',
  'benefit-cost-ratio': 'benefit-cost ratio',
  'strategic-alignment': 'strategic alignment',
  assessment: 'rated by assessors',
};

type Step = Readonly<{ where: string; points: string; meaning: string }>;

const bound = (value: string, unit: string): string => measuredInWords(value, unit).trim();

const between = (from: string | null, below: string | null, unit: string): string => {
  if (from === null) return below === null ? 'any' : `below ${bound(below, unit)}`;
  return below === null
    ? `${bound(from, unit)} and more`
    : `${bound(from, unit)} to below ${bound(below, unit)}`;
};

const stepsOf = (scale: AnchoredScale): readonly Step[] => {
  switch (scale.kind) {
    case 'levels':
      return scale.levels.map(({ scale: of, rating, points, meaning }) => ({
        where: `${rating} (${of})`,
        points,
        meaning,
      }));
    case 'bands':
      return scale.bands.map(({ from, below, points, meaning }) => ({
        where: between(from, below, scale.unit),
        points,
        meaning,
      }));
    case 'anchors':
      return scale.anchors.map(({ points, meaning }) => ({ where: '', points, meaning }));
  }
};

/** The steps of an anchored scale: what is found, what it gives, and what it means. */
export const scaleView = ({ scale }: Criterion): Html =>
  html`<details>
    <summary>0 to ${scale.maximum}, ${stepsOf(scale).length} steps</summary>
    <ul class="scale">
      ${stepsOf(scale).map(
        ({ where, points, meaning }) =>
          html`<li>
            <strong>${points}</strong>${where === '' ? '' : ` for ${where}`}: ${meaning}
          </li> `,
      )}
    </ul>
  </details>`;
