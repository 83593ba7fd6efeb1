import { withDocket } from '../docket';
import { endProgress, showProgress } from '../progress';
import { rankingTable, type RankingAnswer } from '../print/ranking';
import { Refused, type ProblemDocument } from '../client';
import { type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

type Replay = Readonly<{ status: number; body: string; same: boolean; events: number }>;

/** A read answered from the log alone, byte for byte as the API answers it; wrong when the live answer differs. */
export const replay: Command = ([given], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const ranking = async () => `/api/v1/portfolios/${(await portfolioMeant(client, portfolio)).id}/ranking`;
    const path = pathWith(given ?? (await ranking()), { asOf, model });
    const { status, body, same, events } = await client.work<Replay>('replay', { path }, showProgress);
    endProgress();
    if (status >= 400) throw new Refused(JSON.parse(body) as ProblemDocument);
    process.stderr.write(
      same || asOf === undefined
        ? `replayed ${events} events\n`
        : `replayed ${events} events: the live answer DIFFERS. Run \`docket rebuild\`, then \`docket verify-chain\`.\n`,
    );
    const table = given === undefined && !json;
    return { output: table ? rankingTable(JSON.parse(body) as RankingAnswer) : body, exitCode: same || asOf === undefined ? 0 : 1 };
  });
