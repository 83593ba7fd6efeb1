import type { Client } from '../client';
import { withDocket } from '../docket';
import { Refused, type ProblemDocument } from '../problem';
import { endProgress, showProgress } from '../progress';
import { rankingTable, type RankingAnswer } from '../print/ranking';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

type Replay = Readonly<{ status: number; body: string; same: boolean; events: number }>;

const names = (path: string, parameter: string): boolean =>
  new URLSearchParams(path.split('?', 2)[1]).has(parameter);

const API = '/api/v1/';

/** The read that is meant, at a moment that stays: asked without one, that of the answer as it is now. @throws Refused */
const pinned = async (client: Client, path: string): Promise<string> => {
  if (!path.startsWith(API) || names(path, 'asOf')) return path;
  const { asOf } = JSON.parse(await client.read(path)) as { asOf?: { token?: string } };
  return pathWith(path, { asOf: asOf?.token });
};

/** The path that is meant: also without what all of them begin with. */
const whole = (path: string): string => (path.startsWith('/') ? path : `${API}${path}`);

const DIFFERS =
  'the live answer DIFFERS. Run `docket verify-chain`; where the log is whole, `docket rebuild` makes the live answer that of the log.';

/** A read answered from the log alone, byte for byte as the API answers it; exit 1 when the live answer differs. */
export const replay: Command = ([given], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const ranked = given === undefined ? await portfolioMeant(client, portfolio, asOf) : undefined;
    const asked = ranked ? `/api/v1/portfolios/${ranked.id}/ranking` : whole(given ?? '');
    const path = await pinned(client, pathWith(asked, { asOf, model }));
    const { status, body, same, events } = await client.work<Replay>('replay', { path }, showProgress);
    endProgress();
    if (status >= 400) throw new Refused(JSON.parse(body) as ProblemDocument);
    process.stderr.write(
      `docket: replayed ${events} events: ${same ? 'the same bytes as the live answer' : DIFFERS}\n`,
    );
    const output = ranked && !json ? rankingTable(JSON.parse(body) as RankingAnswer, ranked.timeZone) : body;
    return same ? done(output) : { output, exitCode: 1 };
  });
