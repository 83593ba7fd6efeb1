import type { Signature, Signer, ToSign } from './signing.port';

/** Lets everybody sign who is known, as they are known. */
export const asKnown: Signer = {
  sign: async ({ authentication }) => ({ outcome: 'signed', authentication }),
};

const MINUTE_MS = 60_000;

const isFresh = ({ confirmedAt, now }: ToSign, minutes: number): boolean => {
  if (confirmedAt === undefined) return false;
  const age = Date.parse(now) - Date.parse(confirmedAt);
  return age >= 0 && age < minutes * MINUTE_MS;
};

/** Lets those sign who opened their session, or opened it again, less than so many minutes ago; events say `local-session-confirmed`. */
export const confirmedWithin = (minutes: number): Signer => ({
  sign: async (asked): Promise<Signature> =>
    isFresh(asked, minutes)
      ? { outcome: 'signed', authentication: `${asked.authentication}-confirmed` }
      : {
          outcome: 'unsigned',
          message: `To ${asked.operation}, confirm first that it is you: POST /api/v1/session with person ${asked.person}, then send this again with the same key. A confirmation holds for ${minutes} minutes.`,
        },
});
