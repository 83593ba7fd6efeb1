import { Decimal, type Day } from '@docket/kernel';
import type { ProjectRow } from './project.tables';
import { standingFigures, type StandingFigure } from './standing-figures';

/**
 * One figure that a business case or a report gives otherwise than the current baseline: an amount in the portfolio's currency, or a
 * day. `reportedFor`: the day of the report that said it last; null of a case.
 */
export type BaselineDifference = Readonly<{
  figure: 'wholeLifeCost' | 'start' | 'finish';
  baseline: string;
  present: string;
  by: 'business-case' | 'report';
  reportedFor: Day | null;
}>;

type Named<Value> = Readonly<Record<BaselineDifference['figure'], Value>>;
type Said = Pick<StandingFigure, 'value'> & Readonly<{ reportedFor: Day | null }>;

const FIGURES = ['wholeLifeCost', 'start', 'finish'] as const;

const isOther = (figure: BaselineDifference['figure'], baseline: string, present: string): boolean =>
  figure === 'wholeLifeCost' ? !Decimal.of(baseline).equals(Decimal.of(present)) : present !== baseline;

const differencesBy = (
  by: BaselineDifference['by'],
  present: Partial<Named<Said>>,
  baseline: Named<string>,
): readonly BaselineDifference[] =>
  FIGURES.flatMap((figure) => {
    const [was, is] = [baseline[figure], present[figure]];
    if (!is || !isOther(figure, was, is.value)) return [];
    return [{ figure, baseline: was, present: is.value, by, reportedFor: is.reportedFor }];
  });

const stated = ({ wholeLifeCost, start, finish }: Named<string>): Named<Said> => {
  const said = (value: string) => ({ value, reportedFor: null });
  return { wholeLifeCost: said(wholeLifeCost), start: said(start), finish: said(finish) };
};

/** Where cost or dates are not those of the current baseline: by the case first, then as last reported; none without a baseline. */
export const baselineDifferences = ({
  baseline,
  business_case,
  said,
}: Pick<ProjectRow, 'baseline' | 'business_case' | 'said'>): readonly BaselineDifference[] => {
  if (!baseline) return [];
  const { current } = baseline;
  return [
    ...differencesBy('business-case', business_case ? stated(business_case) : {}, current),
    ...differencesBy('report', standingFigures({ said }), current),
  ];
};
