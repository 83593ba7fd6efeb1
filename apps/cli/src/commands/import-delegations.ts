import { WrongUsage } from '../arguments';
import { withDocket } from '../docket';
import { delegationsSummary, type DelegationsAnswer } from '../print/delegations-summary';
import { logInWords, tell } from '../said-place';
import type { Command } from './command';
import { fileAt } from './file-at';
import { portfolioMeant } from './portfolio';

/** A scheme of delegation from a spreadsheet; running it twice changes nothing. */
export const importDelegations: Command = (
  [, path, ...more],
  { json, portfolio, dryRun, revokeMissing },
  settings,
) => {
  if (path === undefined || more.length > 0)
    throw new WrongUsage('A scheme of delegation is one file: docket import delegations FILE');
  const file = fileAt(path);
  tell(`importing into ${logInWords(settings.profile, settings.installation)}`);
  return withDocket(settings, async (client) => {
    const { id } = await portfolioMeant(client, portfolio, undefined);
    const asked = { ...file, dryRun: dryRun === true, revokeMissing: revokeMissing === true };
    const text = await client.write(`/api/v1/portfolios/${id}/delegations`, asked);
    const answer = JSON.parse(text) as DelegationsAnswer;
    const output = json ? `${JSON.stringify(answer)}\n` : delegationsSummary(answer);
    return { output, exitCode: answer.refused.length > 0 ? 1 : 0 };
  });
};
