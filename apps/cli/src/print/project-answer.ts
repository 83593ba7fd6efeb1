import type { ConfidenceAnswer } from './confidence';
import type { AsOf } from './sheet';

export type Figure = Readonly<{ value: string | boolean | null; unit?: string; reason?: string }>;
export type Figures = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>;
export type Baseline = Readonly<{ wholeLifeCost: string; start: string; finish: string }>;
export type Difference = Readonly<{ path: string; before: unknown; after: unknown }>;
type DeclinedPart = Readonly<{ part: string; personId: string; at: string; reason: string }>;
export type PartChange = Readonly<{ event: string; part: string; reason: string | null }>;
export type EndStatus = Readonly<{ status: string; since: string; stands: boolean }>;
type Rows<T> = Readonly<{ rows: readonly T[] }>;

type Benefit = Readonly<{
  name: string;
  metric: string;
  unit: string;
  owner: string;
  planned: readonly Readonly<{ day: string; amount: string }>[];
}>;

type Risk = Readonly<{
  description: string | null;
  probability: number;
  impact: number;
  owner?: string | null;
  response: string | null;
}>;

/** A business case; lists are empty where it has none. */
export type BusinessCase = Baseline &
  Readonly<{
    scope: string | null;
    options?: string | null;
    vendor?: string | null;
    tags?: readonly string[];
    budgetByYear?: readonly Readonly<{ year: number; amount: string }>[];
    demand?: readonly Readonly<{ skill: string; month: string; hours: string }>[];
    benefits?: readonly Benefit[];
    risks?: readonly Risk[];
  }>;

/** What one report said, and how it was corrected. */
export type Report = Readonly<{
  reportedFor: string;
  confidence: Readonly<{ scale: string; rating: string }> | null;
  ownStatus: string | null;
  figures: Readonly<Record<string, string>>;
  defects: Readonly<{ confirmed: number; size?: string; sizeUnit?: string }> | null;
  requirements: Readonly<{ met: number; assessed: number }> | null;
  satisfaction: Readonly<{ favourable: number; responses: number }> | null;
  personTimeHours: string | null;
  narrative: string | null;
  corrections: readonly Readonly<{
    correctedBy: string;
    correctedAt: string;
    reason: string;
    differences: readonly Difference[];
  }>[];
}>;

type Level = Readonly<{ level: number; name: string }>;
export type Contribution = Readonly<{
  objectiveId: string;
  status: string;
  level: Level;
  claimed: Level;
  confirmation: object | null;
}>;

/** How a project is told: in which time zone, and with names beside the ids of people. */
export type Telling = Readonly<{ timeZone: string; named: (text: string) => string }>;

/** All that is known of a project, as far as a terminal shows it. */
export type ProjectAnswer = Readonly<{
  asOf: AsOf;
  project: Readonly<{
    name: string;
    status: string;
    since: string;
    department: string | null;
    businessCase: BusinessCase | null;
    baseline: Readonly<{ original: Baseline; current: Baseline }> | null;
    differsFromBaseline: readonly Readonly<{
      figure: string;
      baseline: string;
      present: string;
      by: string;
    }>[];
    mustHave: Readonly<{ reason: string; by: string; since: string }> | null;
    proposer: string | null;
    sponsor: string | null;
    manager: string | null;
    declined: readonly DeclinedPart[];
  }>;
  revisions: Rows<
    Readonly<{
      number: number;
      date: string;
      actor: string;
      differences: readonly Difference[];
      part: PartChange | null;
    }>
  >;
  reports: Rows<Report>;
  confidence: ConfidenceAnswer;
  earnedValue: Readonly<{ currency: string; performance: Figures; against: Readonly<{ current: Figures }> }>;
  objectives: Rows<Readonly<{ id: string; name: string }>>;
  dependencies: Rows<
    Readonly<{
      kind: string;
      fromName: string;
      toName: string;
      fromStatus: EndStatus;
      toStatus: EndStatus;
      reason: string;
    }>
  >;
  contributions: Readonly<{
    alignment: Readonly<{ value: string | null }>;
    contributions: readonly Contribution[];
  }>;
}>;
