import { WrongUsage } from '../arguments';
import type { Client } from '../client';
import { withDocket } from '../docket';
import { endProgress, showProgress } from '../progress';
import { importSummary, type ImportAnswer } from '../print/import-summary';
import { logInWords, tell } from '../said-place';
import { done, type Command, type Outcome } from './command';
import { fileAt } from './file-at';

/** Yearly lists of major projects as dated history; running it twice changes nothing. */
export const importGmpp: Command = ([kind, ...paths], { json, portfolio }, settings) => {
  if (kind !== 'gmpp') throw new WrongUsage(`docket import knows gmpp and delegations, not "${kind ?? ''}".`);
  if (paths.length === 0) throw new WrongUsage('Say which files: docket import gmpp FILE…');
  const files = paths.map(fileAt);
  tell(`importing into ${logInWords(settings.profile, settings.installation)}`);
  const bring = async (client: Client): Promise<Outcome> => {
    const body = { files, ...(portfolio === undefined ? {} : { portfolio }) };
    const answer = await client.work<ImportAnswer>(
      'import-gmpp',
      body,
      showProgress,
      'application/vnd.docket.files+json',
    );
    endProgress();
    return done(json ? `${JSON.stringify(answer)}\n` : importSummary(answer));
  };
  return withDocket(settings, bring, { makesLog: true });
};
