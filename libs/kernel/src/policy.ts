import { refuse, type Refused } from './decider';

/** One named rule over what a command brings: `undefined` where it holds, else why it does not. */
export type Policy<Subject, Code extends string> = (
  subject: Subject,
) => Readonly<{ code: Code; message: string }> | undefined;

/** Asks the policies in order; the first refusal wins, `undefined` when all hold. */
export const firstRefusal = <Subject, Code extends string>(
  policies: readonly Policy<Subject, Code>[],
  subject: Subject,
): Refused<Code> | undefined => {
  for (const policy of policies) {
    const found = policy(subject);
    if (found) return refuse(found.code, found.message);
  }
  return undefined;
};
