import { encodingMistakes, type CopyPlace } from '@docket/host';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WrongUsage } from '../arguments';

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const EVENT_STORE = ['esdb', 'esdb+discover'];
const POSTGRES = ['postgres', 'postgresql'];
/** Said instead of an address: nothing is taken from there, or put there. */
const NONE = 'none';

const schemeOf = (text: string): string | undefined => SCHEME.exec(text)?.[1]?.toLowerCase();

const folderAt = (option: string, url: string): string => {
  try {
    return fileURLToPath(url);
  } catch {
    throw new WrongUsage(`--${option} is "${url}", which names no folder of this machine: write its path.`);
  }
};

/** @throws WrongUsage */
const assertEncoded = (option: string, address: string): void => {
  const [mistake] = encodingMistakes(option, address);
  if (mistake !== undefined) throw new WrongUsage(mistake);
};

type Beside = Readonly<{ option: string; records: string | undefined }>;

/** The PostgreSQL beside an EventStoreDB. Left out by a slip, what it holds would be lost without a word. @throws WrongUsage */
const recordsOf = ({ option, records }: Beside): string | undefined => {
  if (records === NONE) return undefined;
  if (records === undefined)
    throw new WrongUsage(
      `An EventStoreDB keeps no records: name the PostgreSQL beside it with --records-${option} postgres://…, or leave records behind with --records-${option} none.`,
    );
  if (!POSTGRES.includes(schemeOf(records) ?? '') || !URL.canParse(records))
    throw new WrongUsage(
      `--records-${option} must be an address like postgres://docket:docket@127.0.0.1:5432/docket, or none.`,
    );
  assertEncoded(`--records-${option}`, records);
  return records;
};

/** The place that `--from` or `--to` names, with its records. @throws WrongUsage */
export const copyPlace = (url: string, beside: Beside): CopyPlace => {
  const { option, records } = beside;
  const scheme = schemeOf(url);
  if (scheme !== undefined && EVENT_STORE.includes(scheme)) {
    assertEncoded(`--${option}`, url);
    const address = recordsOf(beside);
    return { kind: 'server', eventStore: url, ...(address === undefined ? {} : { records: address }) };
  }
  if (scheme !== undefined && scheme !== 'file')
    throw new WrongUsage(
      `--${option} is "${scheme}://…": a log is in a data folder (a path, or file://…) or in an EventStoreDB (esdb://…).`,
    );
  if (records !== undefined)
    throw new WrongUsage(
      `--records-${option} is given, and a data folder has its records in itself: leave it out.`,
    );
  return { kind: 'folder', folder: resolve(scheme === undefined ? url : folderAt(option, url)) };
};
