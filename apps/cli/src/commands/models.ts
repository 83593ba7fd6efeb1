import { nameKey } from '@docket/kernel';
import { WrongUsage } from '../arguments';
import type { Client } from '../client';
import { withDocket } from '../docket';
import { assessmentHistoryPage, type AssessmentHistoryAnswer } from '../print/assessment-history';
import { assessmentsPage, type AssessmentsAnswer } from '../print/assessments';
import { comparisonTable, type ComparisonAnswer } from '../print/comparison';
import { modelsTable, type ModelsAnswer } from '../print/models';
import { problemDocument, Refused } from '../problem';
import { done, type Command } from './command';
import { projectMeant, standingFirst } from './explain';
import { namesOf } from './people';
import { listMeant, pathWith, portfolioMeant } from './portfolio';

/** The scoring models of a portfolio: their status, and since when they count. */
export const models: Command = (_rest, { json, portfolio, asOf }, settings) =>
  withDocket(settings, async (client) => {
    const { id, name, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const path = `/api/v1/portfolios/${id}/scoring-models`;
    const answer = await client.read(pathWith(path, { limit: '1000', asOf }));
    return done(json ? answer : modelsTable(JSON.parse(answer) as ModelsAnswer, { name, timeZone }));
  });

/** The id of the model that is meant, by id or name. @throws Refused */
const modelMeant = async (
  client: Client,
  portfolioId: string,
  meant: string,
  asOf: string | undefined,
): Promise<string> => {
  const path = `/api/v1/portfolios/${portfolioId}/scoring-models?limit=1000`;
  const { rows } = JSON.parse(await listMeant(client, path, asOf)) as Pick<ModelsAnswer, 'rows'>;
  const found = rows.find(({ id, name }) => id === meant || nameKey(name) === nameKey(meant));
  if (found) return found.id;
  const detail = `No scoring model of the portfolio is called "${meant}". \`docket models\` lists them.`;
  throw new Refused(problemDocument({ title: 'Which model', status: 404, code: 'model-unknown', detail }));
};

/** Two scoring models over the portfolio: who moves by how much. */
export const compare: Command = ([meant = ''], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const path = `/api/v1/scoring-models/${await modelMeant(client, id, meant, asOf)}/comparison`;
    const answer = await client.read(pathWith(path, { with: model, asOf }));
    return done(json ? answer : comparisonTable(JSON.parse(answer) as ComparisonAnswer, timeZone));
  });

/** Who has assessed what by a model, and how far assessors agree. */
export const assessments: Command = (rest, given, settings) =>
  rest.length > 0 ? assessmentsOf(rest, given, settings) : assessmentsOfAll(rest, given, settings);

const assessmentsOfAll: Command = (_rest, { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const answer = await client.read(pathWith(`/api/v1/portfolios/${id}/assessments`, { asOf, model }));
    if (json) return done(answer);
    return done(assessmentsPage(JSON.parse(answer) as AssessmentsAnswer, timeZone, await namesOf(client)));
  });

/** What became of each assessment of one project, by every model. */
const assessmentsOf: Command = ([meant = ''], { json, portfolio, asOf, model }, settings) => {
  if (model !== undefined)
    throw new WrongUsage('docket assessments PROJECT takes no --model: it tells those by every model.');
  return withDocket(settings, async (client) => {
    const { id: portfolioId, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const id = await projectMeant(client, standingFirst(portfolioId, asOf), meant);
    const answer = await client.read(pathWith(`/api/v1/projects/${id}/assessments/history`, { asOf }));
    if (json) return done(answer);
    const told = JSON.parse(answer) as AssessmentHistoryAnswer;
    return done(assessmentHistoryPage(told, timeZone, await namesOf(client)));
  });
};
