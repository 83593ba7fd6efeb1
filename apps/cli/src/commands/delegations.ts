import { WrongUsage } from '../arguments';
import { withDocket } from '../docket';
import { delegationMatrixPage, type MatrixAnswer } from '../print/delegation-matrix';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

/** The scheme of delegation in force: bodies from the lowest to the highest, by kind of decision. */
export const delegations: Command = (_rest, { json, portfolio, asOf }, settings) =>
  withDocket(settings, async (client) => {
    const { id, name, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const answer = await client.read(pathWith(`/api/v1/portfolios/${id}/delegations/matrix`, { asOf }));
    return done(json ? answer : delegationMatrixPage(JSON.parse(answer) as MatrixAnswer, { name, timeZone }));
  });

/** The delegations in force, and to come, as CSV in the shape in which they are imported. */
export const exporting: Command = ([what], { json, portfolio, asOf }, settings) => {
  if (what !== 'delegations') throw new WrongUsage(`docket export knows delegations, not "${what ?? ''}".`);
  return withDocket(settings, async (client) => {
    const { id } = await portfolioMeant(client, portfolio, asOf);
    const csv = await client.read(pathWith(`/api/v1/portfolios/${id}/delegations/scheme`, { asOf }));
    return done(json ? `${JSON.stringify({ csv })}\n` : csv);
  });
};
