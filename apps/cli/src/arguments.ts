import { parseArgs } from 'node:util';

export const USAGE = `docket COMMAND [--data DIR] [--json]

  import gmpp FILE…      yearly lists of major projects as dated history   [--portfolio NAME]
  rank                   the ranked portfolio                              [--portfolio NAME] [--as-of WHEN] [--model NAME]
  explain PROJECT        why a project stands where it stands              [--portfolio NAME] [--as-of WHEN] [--model NAME]
  replay [PATH]          answer from the log alone; the ranking, or the read at PATH   [--portfolio NAME] [--as-of WHEN]
  rebuild                build the read model anew, then switch to it
  verify-chain           follow the hash chain of every stream
  backup FOLDER          copy log and records into a new folder, while running
  restore FOLDER         put a backup into an empty data folder

  WHEN is a day (2019-12-31), an instant, an event number or the token of an earlier answer.
  PROJECT is an id, or a name that only one project of the portfolio has.
`;

/** The words of the command line are not as the usage says. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

export type Arguments = Readonly<{
  words: readonly string[];
  json: boolean;
  help: boolean;
  data?: string;
  portfolio?: string;
  asOf?: string;
  model?: string;
}>;

/** @throws WrongUsage */
export const readArguments = (argv: readonly string[]): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        portfolio: { type: 'string' },
        'as-of': { type: 'string' },
        model: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { data, portfolio, 'as-of': asOf, model, json, help } = values;
    return {
      words: positionals,
      json,
      help,
      ...(data === undefined ? {} : { data }),
      ...(portfolio === undefined ? {} : { portfolio }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(model === undefined ? {} : { model }),
    };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
};
