import { readRedactionList, type NamedEvent } from '@docket/audit';
import { copyBetween, type PlaceCopied } from '@docket/host';
import { readFileSync } from 'node:fs';
import { WrongUsage } from '../arguments';
import { copySummary } from '../print/copy-summary';
import { problemDocument, Refused } from '../problem';
import { endProgress, showProgress } from '../progress';
import { logInWords, tell } from '../said-place';
import { done, type Command } from './command';
import { copyPlace } from './copy-places';

const textAt = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongUsage(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

type Said = Readonly<{ code: string; message: string }>;

const refused = ({ code, message }: Said): Refused =>
  new Refused(problemDocument({ code, title: 'Not copied', status: 409, detail: message }));

/** @throws WrongUsage where the file cannot be read; Refused where its lines are wrong */
const listAt = (path: string | undefined): readonly NamedEvent[] => {
  if (path === undefined) return [];
  const list = readRedactionList(textAt(path));
  if ('outcome' in list) throw refused(list.refusal);
  return list;
};

/** Copies a log with its records from one store into another: alone with its folders, over no HTTP. */
export const copyLog: Command = async (_rest, options, { installation, insecure }) => {
  const { json, from = '', to = '', recordsFrom, recordsTo, redact } = options;
  const places = {
    from: copyPlace(from, { option: 'from', records: recordsFrom }),
    to: copyPlace(to, { option: 'to', records: recordsTo }),
  };
  const redactions = listAt(redact);
  tell(`copying from ${logInWords(places.from, installation)}, into ${logInWords(places.to, installation)}`);
  const copied = await copyBetween({
    ...places,
    ...{ installation, insecure, redactions, onProgress: showProgress },
  });
  endProgress();
  if ('outcome' in copied) throw refused(copied.refusal);
  return done(json ? document(copied) : copySummary(copied));
};

const document = (copied: PlaceCopied): string => `${JSON.stringify(copied)}\n`;
