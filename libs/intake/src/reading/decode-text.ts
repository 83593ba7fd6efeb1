import type { Refused } from '@docket/kernel';
import { refuseFile, type FileRefusal } from '../domain/intake-refusal';
import { scanUtf8 } from './utf8-scan';

/** Largest file that is read: 64 MiB. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

const HELP = 'Save it again as "CSV UTF-8", from the original where there is one.';
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const place = (bytes: Uint8Array, offset: number): string => {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line += 1;
  return `line ${line} (byte ${offset})`;
};

const broken = (file: string, what: string) => refuseFile('file-encoding-broken', file, `${what} ${HELP}`);

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

const decodeStrictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Text in one byte per character (Latin-1 as Windows writes it), where no byte beyond ASCII could also be UTF-8. */
const decodeSingleBytes = (bytes: Uint8Array, file: string, firstBroken: number, sequences: number) => {
  if (sequences > 0)
    return broken(
      file,
      `${place(bytes, firstBroken)} breaks the UTF-8 that ${sequences} other places hold: it is a mixture of two encodings.`,
    );
  const meaningless = bytes.findIndex((byte) => UNDEFINED_IN_1252.has(byte));
  return meaningless < 0
    ? new TextDecoder('windows-1252').decode(bytes)
    : broken(
        file,
        `${place(bytes, meaningless)} holds a byte that is no character, neither in UTF-8 nor in Latin-1.`,
      );
};

/** The text of a file: UTF-8, UTF-16 with its mark, or Latin-1 as Windows writes it; a mixture is refused, not guessed. */
export const decodeText = (bytes: Uint8Array, file: string): string | Refused<FileRefusal> => {
  if (bytes.length === 0) return refuseFile('file-empty', file, 'The file is empty. Give the list as CSV.');
  if (bytes.length > MAX_FILE_BYTES)
    return refuseFile(
      'file-too-large',
      file,
      'The file is larger than 64 MiB. Split it by year, oldest first.',
    );
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const text = decodeStrictly(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
    return text ?? broken(file, 'It begins as UTF-16 and breaks off in the middle.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return broken(file, `${place(bytes, nul)} holds a zero byte: a workbook, or UTF-16 without its mark.`);
  const text = decodeStrictly(bytes, 'utf-8');
  if (text !== undefined) return text;
  const { sequences, firstBroken = 0 } = scanUtf8(bytes);
  return startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? broken(file, `It says that it is UTF-8, and ${place(bytes, firstBroken)} is not.`)
    : decodeSingleBytes(bytes, file, firstBroken, sequences);
};
