import { withDocket } from '../docket';
import { rollUpTable, type RollUpAnswer } from '../print/roll-up';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

/** What the projects of a portfolio, and of each sub-portfolio and programme, come to. */
export const rollUp: Command = (_rest, { json, portfolio, asOf }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const answer = await client.read(pathWith(`/api/v1/portfolios/${id}/roll-up`, { asOf }));
    return done(json ? answer : rollUpTable(JSON.parse(answer) as RollUpAnswer, timeZone));
  });
