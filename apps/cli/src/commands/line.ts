import { withDocket } from '../docket';
import { fundingLineTable, type FundingLineAnswer } from '../print/funding-line';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

/** Who stands above the funding line under a budget. */
export const line: Command = (_rest, { json, portfolio, asOf, model, budget, rule }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const path = `/api/v1/portfolios/${id}/funding-line`;
    const answer = await client.read(pathWith(path, { budget, rule, asOf, model }));
    return done(json ? answer : fundingLineTable(JSON.parse(answer) as FundingLineAnswer, timeZone));
  });
