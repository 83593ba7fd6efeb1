import { withDocket } from '../docket';
import { rankingTable, type RankingAnswer } from '../print/ranking';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

/** The ranked portfolio as of now or any earlier day. */
export const rank: Command = (_rest, { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const answer = await client.read(pathWith(`/api/v1/portfolios/${id}/ranking`, { asOf, model }));
    return done(json ? answer : rankingTable(JSON.parse(answer) as RankingAnswer, timeZone));
  });
