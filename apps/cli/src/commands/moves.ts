import { withDocket } from '../docket';
import { movesTable, projectMoves, type MovesAnswer, type ProjectMovesAnswer } from '../print/moves';
import { done, type Command } from './command';
import { rankedPath } from './explain';
import { namesOf } from './people';
import { pathWith, portfolioMeant } from './portfolio';

/** What moved since an earlier moment, and which events moved it; of one project with the events of others, too. */
export const moves: Command = (rest, given, settings) =>
  rest.length > 0 ? movesOf(rest, given, settings) : movesOfAll(rest, given, settings);

const movesOf: Command = ([meant = ''], { json, portfolio, asOf, model, since }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const path = await rankedPath(client, id, meant, { asOf, model });
    const answer = await client.read(pathWith(`${path}/moves`, { since, asOf, model }));
    if (json) return done(answer);
    return done(projectMoves(JSON.parse(answer) as ProjectMovesAnswer, timeZone, await namesOf(client)));
  });

const movesOfAll: Command = (_rest, { json, portfolio, asOf, model, since }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const path = `/api/v1/portfolios/${id}/ranking/moves`;
    const answer = await client.read(pathWith(path, { since, asOf, model }));
    if (json) return done(answer);
    return done(movesTable(JSON.parse(answer) as MovesAnswer, timeZone, await namesOf(client)));
  });
