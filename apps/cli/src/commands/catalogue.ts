import { USAGE, WrongUsage, type Arguments } from '../arguments';
import { commandUsage } from './command-usage';
import type { Command } from './command';

/** Words that only some commands take. */
const CHOICES = [
  ...(['budget', 'rule', 'since', 'from', 'to', 'recordsFrom', 'recordsTo'] as const),
  ...(['redact', 'dropOthers', 'dryRun', 'revokeMissing'] as const),
] as const;
type Choice = (typeof CHOICES)[number];

type Entry = Readonly<{
  /** How many words follow its name. */
  words: Readonly<{ least: number; most: number; asked: string }>;
  /** Whether it reads as of a moment, and then whether by a model. */
  reads: boolean | 'by no model';
  /** Whether what it reads never changes: nothing is waited for. */
  readsWhatStays?: boolean;
  /** What it takes beside, and whether it must. */
  takes?: Readonly<Partial<Record<Choice, 'needed' | 'optional'>>>;
  /** Whether it says itself which data it is about, so that `--data` would name a third place. */
  namesItsData?: boolean;
  load: () => Command;
}>;

/** A choice as people type it. */
const typed = (choice: Choice): string => choice.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const NONE = { least: 0, most: 0, asked: 'no further word' };

const entries: Readonly<Record<string, Entry>> = {
  import: {
    words: {
      least: 2,
      most: Infinity,
      asked: 'what to import and from which files: docket import gmpp FILE…, docket import delegations FILE',
    },
    reads: false,
    takes: { dryRun: 'optional', revokeMissing: 'optional' },
    load: () => (require('./importing') as typeof import('./importing')).importing,
  },
  rank: { words: NONE, reads: true, load: () => (require('./rank') as typeof import('./rank')).rank },
  explain: {
    words: {
      least: 1,
      most: 1,
      asked: 'one project: docket explain PROJECT (a name of several words in quotes)',
    },
    reads: true,
    load: () => (require('./explain') as typeof import('./explain')).explain,
  },
  line: {
    words: NONE,
    reads: true,
    takes: { budget: 'needed', rule: 'optional' },
    load: () => (require('./line') as typeof import('./line')).line,
  },
  moves: {
    words: {
      least: 0,
      most: 1,
      asked: 'at most one project: docket moves [PROJECT] (a name of several words in quotes)',
    },
    reads: true,
    takes: { since: 'needed' },
    load: () => (require('./moves') as typeof import('./moves')).moves,
  },
  letter: {
    words: {
      least: 1,
      most: 1,
      asked: 'one project: docket letter PROJECT (a name of several words in quotes)',
    },
    reads: true,
    takes: { budget: 'optional', rule: 'optional' },
    load: () => (require('./letter') as typeof import('./letter')).letter,
  },
  'roll-up': {
    words: NONE,
    reads: 'by no model',
    load: () => (require('./roll-up') as typeof import('./roll-up')).rollUp,
  },
  project: {
    words: {
      least: 1,
      most: 1,
      asked: 'one project: docket project PROJECT (a name of several words in quotes)',
    },
    reads: 'by no model',
    load: () => (require('./project') as typeof import('./project')).project,
  },
  objectives: {
    words: NONE,
    reads: 'by no model',
    load: () => (require('./strategy') as typeof import('./strategy')).objectives,
  },
  composition: {
    words: NONE,
    reads: 'by no model',
    load: () => (require('./strategy') as typeof import('./strategy')).composition,
  },
  delegations: {
    words: NONE,
    reads: 'by no model',
    load: () => (require('./delegations') as typeof import('./delegations')).delegations,
  },
  export: {
    words: { least: 1, most: 1, asked: 'what to export: docket export delegations' },
    reads: 'by no model',
    load: () => (require('./delegations') as typeof import('./delegations')).exporting,
  },
  models: {
    words: NONE,
    reads: 'by no model',
    load: () => (require('./models') as typeof import('./models')).models,
  },
  compare: {
    words: {
      least: 1,
      most: 1,
      asked: 'one scoring model: docket compare MODEL (held against --model, else the one in force)',
    },
    reads: true,
    load: () => (require('./models') as typeof import('./models')).compare,
  },
  event: {
    words: { least: 1, most: 1, asked: 'the number of one event: docket event NUMBER' },
    reads: 'by no model',
    readsWhatStays: true,
    load: () => (require('./event') as typeof import('./event')).event,
  },
  assessments: {
    words: {
      least: 0,
      most: 1,
      asked: 'at most one project: docket assessments [PROJECT] (a name of several words in quotes)',
    },
    reads: true,
    load: () => (require('./models') as typeof import('./models')).assessments,
  },
  replay: {
    words: { least: 0, most: 1, asked: 'at most one path: docket replay [PATH]' },
    reads: true,
    load: () => (require('./replay') as typeof import('./replay')).replay,
  },
  rebuild: {
    words: NONE,
    reads: false,
    takes: { dropOthers: 'optional' },
    load: () => (require('./maintenance') as typeof import('./maintenance')).rebuild,
  },
  'verify-chain': {
    words: NONE,
    reads: false,
    load: () => (require('./verify-chain') as typeof import('./verify-chain')).verifyChain,
  },
  backup: {
    words: { least: 0, most: 1, asked: 'one new folder: docket backup FOLDER' },
    reads: false,
    load: () => (require('./maintenance') as typeof import('./maintenance')).backup,
  },
  jobs: {
    words: {
      least: 0,
      most: 3,
      asked: 'nothing, or what to do with which: docket jobs [requeue KIND ID | discard KIND ID]',
    },
    reads: false,
    load: () => (require('./jobs') as typeof import('./jobs')).jobs,
  },
  restore: {
    words: { least: 1, most: 1, asked: 'the folder of a backup: docket restore FOLDER --data DIR' },
    reads: false,
    load: () => (require('./restore') as typeof import('./restore')).restore,
  },
  'copy-log': {
    words: NONE,
    reads: false,
    takes: {
      ...{ from: 'needed', to: 'needed', redact: 'optional' },
      ...{ recordsFrom: 'optional', recordsTo: 'optional' },
    },
    namesItsData: true,
    load: () => (require('./copy-log') as typeof import('./copy-log')).copyLog,
  },
};

/** @throws WrongUsage where a choice is given that the command does not take, or one is wanting */
const checkChoices = (name: string, { takes = {} }: Entry, given: Arguments): void => {
  for (const choice of CHOICES) {
    if (given[choice] !== undefined && takes[choice] === undefined)
      throw new WrongUsage(`docket ${name} takes no --${typed(choice)}.`);
    if (given[choice] === undefined && takes[choice] === 'needed')
      throw new WrongUsage(`docket ${name} needs --${typed(choice)}: docket --help says what it takes.`);
  }
};

/**
 * The command that is meant, loaded only once the words are as it takes them: usage answers at once. @throws WrongUsage
 */
export const commandMeant = (given: Arguments): Command => {
  const {
    words: [name = '', ...rest],
    asOf,
    model,
  } = given;
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (!entry)
    throw new WrongUsage(
      `${name === '' ? 'Say which command' : `docket has no command "${name}"`}. It has ${Object.keys(entries).join(', ')}; docket --help says more.`,
    );
  const { least, most, asked } = entry.words;
  if (rest.length < least || rest.length > most) throw new WrongUsage(`docket ${name} takes ${asked}.`);
  const reading = asOf !== undefined ? '--as-of' : model !== undefined ? '--model' : undefined;
  if (reading !== undefined && !entry.reads)
    throw new WrongUsage(`docket ${name} takes no ${reading}: it reads nothing as of a moment.`);
  if (model !== undefined && entry.reads === 'by no model')
    throw new WrongUsage(`docket ${name} takes no --model: no model changes what it tells.`);
  if (entry.namesItsData && given.data !== undefined)
    throw new WrongUsage(`docket ${name} takes no --data: --from and --to name both places.`);
  checkChoices(name, entry, given);
  return entry.load();
};

/** Whether what is meant is read as it is now. */
export const readsNow = ({ words: [name = ''], asOf }: Arguments): boolean => {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return entry !== undefined && entry.reads !== false && !entry.readsWhatStays && asOf === undefined;
};

/** The options that a command takes, by their names. */
const optionsOf = ({ reads, takes = {}, namesItsData = false }: Entry): readonly string[] => [
  ...(reads === false ? [] : ['portfolio', 'as-of']),
  ...(reads === true ? ['model'] : []),
  ...CHOICES.filter((choice) => takes[choice] !== undefined).map(typed),
  ...(namesItsData ? ['json'] : ['data', 'json']),
];

/** What --help says: of the command that is named with it, else of all. */
export const helpOf = ({ words: [name = ''] }: Arguments): string => {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return entry ? commandUsage(name, optionsOf(entry)) : USAGE;
};
