import type { ObjectiveCoverageView } from '@docket/assessment';
import type { CompositionView, GoalProgressView, ObjectiveView } from '@docket/portfolio';
import type { AsOfView } from '../../http/reading';
import { asOfForm, cutFooter, momentInWords } from '../as-of.view';
import { html, type Html } from '../html';
import type { Kept } from '../kept';
import { sections } from '../table.view';
import { compositionSection } from './composition.view';
import { coverageSection, objectivesSection } from './objectives.view';

/** What the page of a portfolio shows beside its ranking. */
export type PortfolioPage = Readonly<{
  kept: Kept;
  asOf: AsOfView;
  portfolio: Readonly<{ name: string; currency: string; timeZone: string }>;
  composition: CompositionView;
  objectives: readonly ObjectiveView[];
  goal: GoalProgressView;
  coverage: ObjectiveCoverageView;
  days: readonly string[];
}>;

/** What a portfolio is made of and what it is for. */
export const portfolioView = (page: PortfolioPage): Html => {
  const { kept, asOf, portfolio } = page;
  return html`<h1>${portfolio.name}: strategy and composition</h1>
    <p class="lead">
      As of ${momentInWords(kept.asOf, asOf.at, portfolio.timeZone)}. Amounts are in ${portfolio.currency}, days are those
      of ${portfolio.timeZone}.
    </p>
    ${asOfForm({ kept, action: '/portfolio', days: page.days })}${sections([
      objectivesSection(page.objectives, page.goal, portfolio.timeZone),
      coverageSection(page.coverage),
      compositionSection(page.composition),
    ])}${cutFooter(asOf)}`;
};
