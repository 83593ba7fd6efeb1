import type { Refusal } from '@docket/kernel';
import type { GrantRefusal } from '../grant';
import type { SchemeColumn } from './tier';

const BY_CODE: Partial<Record<GrantRefusal, SchemeColumn>> = {
  'body-unknown': 'holder',
  'circle-of-grants': 'holder',
  'node-unknown': 'domain',
  'nothing-covered': 'kind',
  'limit-malformed': 'limit per decision',
  'call-in-window-malformed': 'call-in hours',
  'call-in-by-nobody': 'call-in hours',
  'term-malformed': 'from',
  'term-starts-in-the-past': 'from',
  'term-ends-before-it-starts': 'until',
};

/** How the rule that a part lies within the whole begins its sentence, limit by limit. */
const BY_LIMIT: readonly (readonly [string, SchemeColumn])[] = [
  ['Domain:', 'domain'],
  ['Kind:', 'kind'],
  ['Outcome:', 'outcomes'],
  ['Limit per decision:', 'limit per decision'],
  ['Limit per period:', 'limit per period'],
  ['Term:', 'until'],
];

/** The column of a scheme to look at when a grant is refused. */
export const columnOf = ({ code, message }: Refusal<GrantRefusal>): SchemeColumn =>
  (code === 'beyond-own-limit'
    ? BY_LIMIT.find(([begin]) => message.startsWith(begin))?.[1]
    : BY_CODE[code]) ?? 'granted by';
