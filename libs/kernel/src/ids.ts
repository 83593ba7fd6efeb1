import { sha256 } from './digest';

/** The only door to chance. */
export interface Ids {
  /** A random UUID: event ids, correlation ids. */
  uuid(): string;
  /** 128 random bits as hex: the salt of one text. */
  salt(): string;
  /** A number in [0, 1): jitter of a retry. */
  fraction(): number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in lower case, as every id in Docket is. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** A UUID (version 8) that is always the same for the same parts; parts cannot run into each other. */
export const derivedUuid = (...parts: readonly string[]): string => {
  const hex = sha256(JSON.stringify(parts));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
};
