import type { Day, DecimalText } from '@docket/kernel';
import type { Rating } from './rating';

/** Figures of one year's list, in pounds; absent means not reported. */
export type Figures = Readonly<{
  budget?: DecimalText;
  forecast?: DecimalText;
  wholeLifeCost?: DecimalText;
  benefits?: DecimalText;
  start?: Day;
  finish?: Day;
}>;

/** How a list describes a project. */
export type Description = Readonly<{
  name: string;
  department?: string;
  category?: string;
  reference?: string;
  description?: string;
}>;

/** What a list reports about a project's state in its year. */
export type Report = Readonly<{ figures: Figures; confidence?: Rating; narrative?: string }>;

/** Where a row stands: a file's name without folders and the physical line on which the record starts. */
export type RowSource = Readonly<{ file: string; line: number }>;

/** One project in one year's list. */
export type DatedRow = Readonly<{ source: RowSource; year: number; described: Description; report: Report }>;
