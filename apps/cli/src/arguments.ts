import { parseArgs } from 'node:util';

export const USAGE = `docket COMMAND [--data DIR] [--json]

  import gmpp FILE…   yearly lists of major projects as dated history
  import delegations FILE
                      a scheme of delegation from a spreadsheet, saved as CSV
  export delegations  the same of what is in force, and to come
  delegations         who may decide what, from the lowest body to the highest
  rank                the ranked portfolio
  explain PROJECT     why a project stands there, and what would swap it
  line                who stands above the funding line under --budget
  moves               what moved --since an earlier moment, and which events did
  moves PROJECT       every event that moved it, also those of others
  letter PROJECT      a letter: why it stands there, what would lift it
  roll-up             what projects come to, in each sub-portfolio and programme
  project PROJECT     its case and revisions, baseline, reports, earned value,
                      dependencies and contributions
  objectives          objectives with progress, coverage and alignment
  composition         the tree of sub-portfolios and programmes
  models              the scoring models, and since when they count
  compare MODEL       who moves by MODEL, against --model or the one in force
  assessments         who has assessed what, and how far assessors agree
  assessments PROJECT what became of each assessment of it, by every model
  event NUMBER        one event: who recorded it when, on what, what it says
  replay [PATH]       answer from the log alone: the ranking, or the read PATH
  rebuild             build the read model anew, then switch to it
  verify-chain        follow the hash chain of every stream
  backup FOLDER       copy log and records into a new folder, while running
  restore FOLDER      put a backup into an empty data folder
  jobs                how many jobs stand how, and those that were given up
  jobs requeue KIND ID
                      give a dead job all its attempts again
  jobs discard KIND ID
                      forget a dead job
  copy-log            copy a log into another store, and verify it; broken off,
                      asked again it goes on

  --portfolio NAME    which portfolio, where there are several
  --as-of WHEN        all that read, and replay: a day (2019-12-31), an instant,
                      an event number or the token of an earlier answer
  --model NAME        what ranks, compare, assessments: another published model
  --budget AMOUNT     line, letter: what there is to spend
  --rule stop|fill    line, letter: stop at the first that breaches the budget
                      (so by default), or fill past it with what still fits
  --since WHEN        moves: the earlier moment, as --as-of
  --from URL          copy-log: a data folder, or an EventStoreDB (esdb://…)
  --to URL            copy-log: the same, empty or begun by an earlier copy
  --records-from URL  copy-log: the PostgreSQL (postgres://…) beside --from,
                      or none
  --records-to URL    copy-log: the PostgreSQL beside --to, or none
  --redact LIST       copy-log: a file of events that come without their words,
                      one to a line: EVENT BY WHY
  --drop-others       rebuild: then drop the read models of other releases, none
                      of which may run any more
  --dry-run           import delegations: only say what would be done
  --revoke-missing    import delegations: revoke what no row names any more
  --data DIR          the data folder (DOCKET_DATA, else ./data)
  --json              one JSON document on standard output

  PROJECT is an id, or a name that only one project of the portfolio has.
  Exit code: 0 done, 1 refused or found wrong, 2 usage, settings or servers.
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
  budget?: string;
  rule?: string;
  since?: string;
  from?: string;
  to?: string;
  recordsFrom?: string;
  recordsTo?: string;
  redact?: string;
  dropOthers?: boolean;
  dryRun?: boolean;
  revokeMissing?: boolean;
}>;

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      portfolio: { type: 'string' },
      'as-of': { type: 'string' },
      model: { type: 'string' },
      budget: { type: 'string' },
      rule: { type: 'string' },
      since: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'records-from': { type: 'string' },
      'records-to': { type: 'string' },
      redact: { type: 'string' },
      'drop-others': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      'revoke-missing': { type: 'boolean' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

type Choices = Omit<Arguments, 'words' | 'json' | 'help'>;

/** What was not given is not there: nobody has to tell it from what was given as nothing. */
const onlyGiven = (all: { readonly [K in keyof Choices]: Choices[K] | undefined }): Choices =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

/** @throws WrongUsage */
export const readArguments = (argv: readonly string[]): Arguments => {
  try {
    const { values, positionals } = parse(argv);
    const empty = Object.entries(values).find(([, value]) => value === '')?.[0];
    if (empty !== undefined) throw new WrongUsage(`--${empty} is given without a value.`);
    const {
      json,
      help,
      'as-of': asOf,
      'records-from': recordsFrom,
      'records-to': recordsTo,
      'drop-others': dropOthers,
      'dry-run': dryRun,
      'revoke-missing': revokeMissing,
      ...same
    } = values;
    return {
      words: positionals,
      json,
      help,
      ...onlyGiven({ ...same, asOf, recordsFrom, recordsTo, dropOthers, dryRun, revokeMissing }),
    };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
};
