import type { DecimalText } from '@docket/kernel';
import type { DrawnLine, FundingRow } from '../../domain/ranking/funding-line';
import type { Explanation } from '../explain/explain';
import type { LineParams } from '../funding-line/funding-line';
import type { RankingParams } from '../ranking/ranking';
import type { ToldChange } from '../swap/told-change';

export type LetterParams = RankingParams & LineParams & Readonly<{ projectId: string }>;

/** The line under the budget asked for, and where the component stands towards it. */
export type LetterLine = Omit<DrawnLine, 'rows'> & Readonly<{ here: FundingRow | null }>;

/**
 * Why a component stands where it stands and what would lift it: above the funding line where a budget is given, else by a
 * place. `text` is ready for a letter; the rest are the figures it rests on. `lift` is null where it needs none or where no
 * single change of one of its figures does.
 */
export type Letter = Pick<
  Explanation,
  'portfolio' | 'model' | 'notices' | 'row' | 'ranked' | 'criteria' | 'above' | 'below'
> &
  Readonly<{
    text: string;
    currency: string;
    cost: DecimalText | null;
    line: LetterLine | null;
    lift: ToldChange | null;
  }>;
