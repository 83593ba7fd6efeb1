import { defineCodec } from '@docket/kernel';
import type { GrantEntered } from './grant-register.events';

/** How the events of a register of grants are stored. */
export const codec = defineCodec<GrantEntered>({
  versions: { GrantEntered: 1 },
  upcasters: { 'GrantEntered.v1': (data) => ({ type: 'GrantEntered', data }) },
  words: {},
});
