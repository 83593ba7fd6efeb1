import { WrongUsage } from '../arguments';
import type { Command } from './command';
import { importDelegations } from './import-delegations';
import { importGmpp } from './import-gmpp';

/** Brings in what a file holds: what that is, is its first word. */
export const importing: Command = (words, options, settings) => {
  const [kind = ''] = words;
  if (kind === 'delegations') return importDelegations(words, options, settings);
  const { dryRun, revokeMissing } = options;
  if (kind === 'gmpp' && (dryRun !== undefined || revokeMissing !== undefined))
    throw new WrongUsage('docket import gmpp takes neither --dry-run nor --revoke-missing.');
  return importGmpp(words, options, settings);
};
