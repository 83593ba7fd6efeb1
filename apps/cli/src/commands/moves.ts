import { withDocket } from '../docket';
import { movesTable, type MovesAnswer } from '../print/moves';
import { done, type Command } from './command';
import { namesOf } from './people';
import { pathWith, portfolioMeant } from './portfolio';

/** What moved since an earlier moment, and which events moved it. */
export const moves: Command = (_rest, { json, portfolio, asOf, model, since }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio);
    const path = `/api/v1/portfolios/${id}/ranking/moves`;
    const answer = await client.read(pathWith(path, { since, asOf, model }));
    if (json) return done(answer);
    return done(movesTable(JSON.parse(answer) as MovesAnswer, timeZone, await namesOf(client)));
  });
