import type { Baseline, ReportContent, ReportedFigures } from '../project';
import { earnedValueOf, type EarnedValue, type EarnedValueInputs } from '.';

export const fenceBaseline: Baseline = { wholeLifeCost: '4000', start: '2026-03-02', finish: '2026-03-05' };
export const fence: ReportedFigures = { plannedValue: '3000', earnedValue: '2500', actualCost: '2800' };
export const told = (
  figures: ReportedFigures,
  {
    measures = {},
    ...inputs
  }: Partial<EarnedValueInputs> & { measures?: Omit<ReportContent, 'figures'> } = {},
): EarnedValue =>
  earnedValueOf({
    currency: 'GBP',
    report: { figures, ...measures },
    baseline: { original: fenceBaseline, current: fenceBaseline },
    completed: false,
    ...inputs,
  });
export const money = (value: string) => ({ value, unit: 'GBP' });
export const share = (value: string) => ({ value, unit: 'ratio' });
export const missing = (unavailable: string) => ({ value: null, unavailable, reason: expect.any(String) });
