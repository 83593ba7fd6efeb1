import { Decimal } from '@docket/kernel';
import type { ProjectRow } from './project.tables';

/**
 * One figure that a business case or the last report gives otherwise than the current baseline: an amount in the portfolio's currency,
 * or a day.
 */
export type BaselineDifference = Readonly<{
  figure: 'wholeLifeCost' | 'start' | 'finish';
  baseline: string;
  present: string;
  by: 'business-case' | 'report';
}>;

type Figures = Readonly<Partial<Record<BaselineDifference['figure'], string | null | undefined>>>;

const FIGURES = ['wholeLifeCost', 'start', 'finish'] as const;

const isOther = (figure: BaselineDifference['figure'], baseline: string, present: string): boolean =>
  figure === 'wholeLifeCost' ? !Decimal.of(baseline).equals(Decimal.of(present)) : present !== baseline;

const differencesBy = (
  by: BaselineDifference['by'],
  present: Figures,
  baseline: Required<Figures>,
): readonly BaselineDifference[] =>
  FIGURES.flatMap((figure) => {
    const [was, is] = [baseline[figure], present[figure]];
    return was && is && isOther(figure, was, is) ? [{ figure, baseline: was, present: is, by }] : [];
  });

/** Where cost or dates are not those of the current baseline: by the case first, then by the report; none without a baseline. */
export const baselineDifferences = ({
  baseline,
  business_case,
  last_report,
}: Pick<ProjectRow, 'baseline' | 'business_case' | 'last_report'>): readonly BaselineDifference[] => {
  if (!baseline) return [];
  const { wholeLifeCost, start, finish } = baseline.current;
  const committed = { wholeLifeCost, start, finish };
  return [
    ...differencesBy('business-case', business_case ?? {}, committed),
    ...differencesBy('report', last_report?.figures ?? {}, committed),
  ];
};
