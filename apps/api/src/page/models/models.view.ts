import type { ModelComparison, ModelDetail, PortfolioAssessments } from '@docket/assessment';
import { dayOf, percent, rounded } from '@docket/kernel';
import type { AsOfView } from '../../http/reading';
import { agreementInWords } from '../agreement-words';
import { asOfForm, cutFooter, notes } from '../as-of.view';
import { html, type Html } from '../html';
import { linkTo, type Kept } from '../kept';
import { person } from '../people';
import { days, factList, figures, table, words } from '../table.view';
import { comparisonForm, comparisonView } from './comparison.view';
import { MEASURES, scaleView } from './scale.view';

/** A model, and what was assessed by it; undefined of a draft, by which nobody assesses. */
export type ShownModel = Readonly<{ model: ModelDetail; assessed: PortfolioAssessments | undefined }>;

/** What the page of scoring models shows. */
export type ModelsPage = Readonly<{
  kept: Kept;
  asOf: AsOfView;
  portfolio: Readonly<{ name: string; timeZone: string }>;
  models: readonly ShownModel[];
  /** What two models to compare were asked for, and what came of it. */
  compare?: string | undefined;
  against?: string | undefined;
  comparison?: ModelComparison | undefined;
}>;

const inForceFrom = ({ effectiveFrom, publishedAt }: ModelDetail, timeZone: string): string | null =>
  effectiveFrom ?? (publishedAt === null ? null : dayOf(publishedAt, timeZone));

const retired = ({ retiredAt, retiredBy, retiredFor }: ModelDetail, timeZone: string): string | null =>
  retiredAt === null
    ? null
    : `${dayOf(retiredAt, timeZone)}, by ${retiredBy === null ? 'nobody named' : person(retiredBy)}: ${retiredFor ?? ''}`;

const weighting = ({ comparison }: ModelDetail): string =>
  comparison === null
    ? 'as given'
    : `from comparing the criteria in pairs, consistency ratio ${rounded(comparison.consistencyRatio, 3)}`;

const ratedNames = ({ criteria }: ModelDetail): string =>
  criteria
    .filter(({ measure }) => measure === 'assessment')
    .map(({ name }) => name)
    .join(', ') || 'nothing: it measures everything';

const factsOf = (model: ModelDetail, timeZone: string): Html =>
  factList([
    ['Status', `${model.status}${model.inRetrospect ? ', known only after this moment' : ''}`],
    ['Drafted', dayOf(model.draftedAt, timeZone)],
    [
      'Published',
      model.publishedAt &&
        `${dayOf(model.publishedAt, timeZone)}, by ${model.publishedBy === null ? 'the import' : person(model.publishedBy)}`,
    ],
    ['In force from', inForceFrom(model, timeZone)],
    ['Retired', retired(model, timeZone)],
    ['Weights', weighting(model)],
    ['Ranks from', `${percent(model.minimumCoverage)} of the weight reported`],
    ['Rated by assessors', ratedNames(model)],
  ]);

const remarksOf = ({ remarks }: ModelDetail): Html =>
  html`${remarks.map(({ text }) => html`<p>${text}</p>`)}`;

const criteriaOf = ({ criteria }: ModelDetail): Html =>
  table(
    [words('Criterion'), figures('Weight'), words('Taken from'), words('Better'), words('Scale')],
    criteria.map((one) => [
      one.name,
      percent(one.weight, 1),
      MEASURES[one.measure],
      one.direction === 'cost' ? 'less' : 'more',
      scaleView(one),
    ]),
  );

const agreementOf = ({ assessments, agreement }: PortfolioAssessments): Html =>
  assessments.length === 0
    ? html``
    : html`<h3>Agreement of the assessors</h3>
        <p>${assessments.length === 1 ? '1 assessment stands' : `${assessments.length} assessments stand`}. Kendall's W is 1 where all put the projects in the same order.</p>
        ${table(
          [words('Criterion'), words("Kendall's W")],
          agreement.map((one) => [one.name, agreementInWords(one, 'projects')]),
        )}`;

const modelView = ({ model, assessed }: ShownModel, { kept, portfolio }: ModelsPage): Html =>
  html`<h2 id="${model.id}">${model.name}</h2>
    ${factsOf(model, portfolio.timeZone)}
    ${model.status === 'draft' ? '' : html`<p><a href="${linkTo('/', { ...kept, model: model.id })}">Rank by it</a></p>`}
    ${remarksOf(model)}${assessed ? notes(assessed.notices) : ''}${criteriaOf(model)}${assessed ? agreementOf(assessed) : ''}`;

const overview = ({ models, portfolio: { timeZone } }: ModelsPage): Html =>
  table(
    [words('Model'), words('Status'), days('In force from'), figures('Criteria')],
    models.map(({ model }) => [
      html`<a href="#${model.id}">${model.name}</a>`,
      model.status,
      inForceFrom(model, timeZone) ?? '–',
      model.criteria.length,
    ]),
  );

/** The scoring models of a portfolio: what they ask, how they weigh, since when they count, and how far assessors agree. */
export const modelsView = (page: ModelsPage): Html =>
  html`<h1>${page.portfolio.name}: scoring models</h1>
    <p class="lead">A published model never changes: what ranks otherwise is another model.</p>
    ${asOfForm({ kept: page.kept, action: '/models', beside: { compare: page.compare, against: page.against } })}${comparisonForm(
      page.models.map(({ model }) => model),
      page.kept,
      page,
    )}${page.comparison ? comparisonView(page.comparison, page.kept) : ''}
    ${page.models.length === 0 ? html`<p>No model had been drafted by then; a ranking of that moment uses one that came later. <a href="${linkTo('/models', { ...page.kept, asOf: undefined })}">The models as they are now</a></p>` : overview(page)}${page.models.map((one) => modelView(one, page))}${cutFooter(page.asOf)}`;
