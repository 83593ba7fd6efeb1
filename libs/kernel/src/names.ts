/** A name as it is kept: NFC, without blanks around it, one space between words. */
export const tidyName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ');

/**
 * What two spellings of one name have in common: the tidy name without regard to capitals. Ids derive from it
 * (ADR-0010), so it never changes.
 */
export const nameKey = (name: string): string => tidyName(name).toLowerCase();
