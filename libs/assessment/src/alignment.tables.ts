import { defineTable, type Instant } from '@docket/kernel';

/** Who said when which level, and why. */
export type JudgementJson = Readonly<{ level: number; reason: string; by: string; at: Instant }>;

export type ContributionRow = Readonly<{
  project_id: string;
  objective_id: string;
  status: 'claimed' | 'confirmed' | 'withdrawn';
  /** The version of the scale of what stands: of the confirmation where there is one, else of the claim. */
  scale: string;
  claim: JudgementJson;
  /** What the PMO confirmed last; it counts while a claim made anew waits beside it. */
  confirmation: JudgementJson | null;
}>;

/** One row per component and objective, withdrawn ones included, by `contributionKey`; scope: the portfolio. */
export const contributionTable = defineTable<ContributionRow>('contribution', {
  project_id: 'text',
  objective_id: 'text',
  status: 'text',
  scale: 'text',
  claim: 'json',
  confirmation: 'json',
});

export const contributionKey = (projectId: string, objectiveId: string): string =>
  `${projectId}/${objectiveId}`;
