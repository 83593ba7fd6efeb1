import type { FundedCost } from '../../domain/measures/funded-cost';
import type { DrawnLine, FundingRow } from '../../domain/ranking/funding-line';
import type { LowerCost } from '../../domain/ranking/lower-cost';
import type { ExplainedCriterion, Explanation } from '../explain/explain';
import type { ExplainedRated } from '../explain/explained-rated';
import type { LineParams } from '../funding-line/funding-line';
import type { RankingParams } from '../ranking/ranking';
import type { ToldChange } from '../swap/told-change';

export type LetterParams = RankingParams & LineParams & Readonly<{ projectId: string }>;

/** A criterion as its proposer is told: of what assessors gave the mean and how far apart they are, and nobody by name. */
export type LetterCriterion = Omit<ExplainedCriterion, 'rated'> &
  Readonly<{ rated: Omit<ExplainedRated, 'ratings' | 'notCounted'> | null }>;

/** The line under the budget asked for, and where the component stands towards it. */
export type LetterLine = Omit<DrawnLine, 'rows'> & Readonly<{ here: FundingRow | null }>;

/**
 * Why a component stands where it stands and what would lift it: above the funding line where a budget is given, else by a
 * place. `text` is ready for a letter; the rest are the figures it rests on. `lift` is null where it needs none or where no
 * single change of one of its inputs does, or where a smaller change of the same cost does, which `lowerCost` says; that is what it may cost at most to be funded, all else as it is, null where no budget
 * is given, where it is funded, or where no cost is low enough.
 */
export type Letter = Pick<
  Explanation,
  'portfolio' | 'model' | 'notices' | 'row' | 'ranked' | 'above' | 'below'
> &
  Readonly<{
    text: string;
    criteria: readonly LetterCriterion[];
    currency: string;
    /** What it counts at; null where that is not known. */
    cost: FundedCost | null;
    line: LetterLine | null;
    /**
     * Of a proposal without a rank, of which a model without rated criteria has no value at all: the other models in force by
     * which proposals are ranked (rated by assessors, or with a rank for this one). Null of all else. Then there is no `lift`.
     */
    proposalsRankedBy: readonly Readonly<{ id: string; name: string }>[] | null;
    lift: ToldChange | null;
    lowerCost: LowerCost | null;
  }>;
