import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FINGERPRINT = join(__dirname, '../../../.fingerprint');

/**
 * What tells one build from another: the fingerprint the build left beside itself. Code that was not built (a test) is of a
 * version of its own, so that nothing it kept is taken for another's.
 */
export const codeVersion = (): string =>
  existsSync(FINGERPRINT) ? readFileSync(FINGERPRINT, 'utf8').trim() : `unbuilt-${randomUUID()}`;
