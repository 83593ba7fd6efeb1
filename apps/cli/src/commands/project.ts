import { withDocket } from '../docket';
import { projectPage, type ProjectAnswer } from '../print/project';
import { done, type Command } from './command';
import { projectMeant, standingFirst } from './explain';
import { namesOf } from './people';
import { portfolioMeant } from './portfolio';
import { documentOf, readTogether } from './read-together';

/** All that is known of a project beside its place: case and revisions, baseline, reports, delivery confidence, earned value, dependencies, contributions. */
export const project: Command = ([meant = ''], { json, portfolio, asOf }, settings) =>
  withDocket(settings, async (client) => {
    const { id: portfolioId, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const id = await projectMeant(client, standingFirst(portfolioId, asOf), meant);
    const one = `/api/v1/projects/${id}`;
    const answer = await readTogether(client, asOf, {
      project: one,
      revisions: `${one}/revisions?limit=1000`,
      reports: `${one}/reports?limit=1000`,
      confidence: `${one}/confidence`,
      earnedValue: `${one}/earned-value`,
      dependencies: `${one}/dependencies?limit=1000`,
      contributions: `${one}/contributions`,
      objectives: `/api/v1/portfolios/${portfolioId}/objectives?limit=1000`,
    });
    if (json) return done(documentOf(answer));
    return done(projectPage(answer as unknown as ProjectAnswer, timeZone, await namesOf(client)));
  });
