/** How the bytes beyond ASCII stand: sequences that are UTF-8, and where the first one is that is not. */
export type Utf8Scan = Readonly<{ sequences: number; firstBroken: number | undefined }>;

type Form = Readonly<{ length: number; secondFrom: number; secondTo: number }>;

/** The form a lead byte announces (Unicode, table 3-7), or none. */
const formOf = (lead: number): Form | undefined => {
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, secondFrom: 0x80, secondTo: 0xbf };
  if (lead === 0xe0) return { length: 3, secondFrom: 0xa0, secondTo: 0xbf };
  if (lead === 0xed) return { length: 3, secondFrom: 0x80, secondTo: 0x9f };
  if (lead > 0xe0 && lead <= 0xef) return { length: 3, secondFrom: 0x80, secondTo: 0xbf };
  if (lead === 0xf0) return { length: 4, secondFrom: 0x90, secondTo: 0xbf };
  if (lead === 0xf4) return { length: 4, secondFrom: 0x80, secondTo: 0x8f };
  if (lead > 0xf0 && lead < 0xf4) return { length: 4, secondFrom: 0x80, secondTo: 0xbf };
  return undefined;
};

const within = (byte: number | undefined, from: number, to: number): boolean =>
  byte !== undefined && byte >= from && byte <= to;

/** Length of the sequence at `at`, or 0 where it is none. */
const sequenceAt = (bytes: Uint8Array, at: number): number => {
  const form = formOf(bytes[at] ?? 0);
  if (!form || !within(bytes[at + 1], form.secondFrom, form.secondTo)) return 0;
  for (let i = at + 2; i < at + form.length; i++) if (!within(bytes[i], 0x80, 0xbf)) return 0;
  return form.length;
};

/** Tells UTF-8 from a text in one byte per character, and both from a mixture. */
export const scanUtf8 = (bytes: Uint8Array): Utf8Scan => {
  let sequences = 0;
  let firstBroken: number | undefined;
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceAt(bytes, at);
    if (length > 1) sequences += 1;
    if (length === 0) firstBroken ??= at;
    at += length || 1;
  }
  return { sequences, firstBroken };
};
