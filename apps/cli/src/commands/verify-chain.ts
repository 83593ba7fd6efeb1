import { verifyChain as verify, type ChainReport } from '@docket/audit';
import { openLog } from '@docket/host';
import { withOwnerOrFolder } from '../docket';
import { endProgress, showProgress } from '../progress';
import { pageWidth, paragraph } from '../print/columns';
import type { Command } from './command';

const found = ({ whole, events, streams, faults, proves }: ChainReport): string =>
  [
    whole
      ? `Whole: ${events} events in ${streams} streams.`
      : `NOT whole: ${faults.length} ${faults.length > 1 ? 'faults' : 'fault'} in ${events} events.`,
    ...faults.flatMap(({ stream, revision, what }) => [
      `  ${stream} revision ${revision}:`,
      ...paragraph(what, { first: '    ', width: pageWidth() }),
    ]),
    ...paragraph(proves, { first: '', width: pageWidth() }),
    '',
  ].join('\n');

/** Reads the log and the numbers given to it, where they can be read: what is wrong can be said also where nothing can be built. */
const verifyAlone = async (settings: Parameters<typeof openLog>[0]): Promise<ChainReport> => {
  await using log = await openLog(settings);
  return await verify(log, (done) => showProgress({ what: 'events verified', done }));
};

/** Follows the hash chain of every stream; exit 1 when something was changed. */
export const verifyChain: Command = async (_rest, { json }, settings) => {
  const report = await withOwnerOrFolder<ChainReport>(settings, {
    owner: (client) => client.work('verify-chain', {}, showProgress),
    folder: () => verifyAlone(settings),
  });
  endProgress();
  return { output: json ? `${JSON.stringify(report)}\n` : found(report), exitCode: report.whole ? 0 : 1 };
};
