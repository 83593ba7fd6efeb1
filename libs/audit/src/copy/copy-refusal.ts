import { refuse, type Refused } from '@docket/kernel';

/** Why a log is not copied. */
export type CopyRefusal =
  | 'copy-source-empty'
  | 'copy-source-altered'
  | 'copy-source-changed'
  | 'copy-same-log'
  | 'copy-target-differs'
  | 'copy-target-altered'
  | 'redactions-refused';

/** Ends a copy from within; `orRefused` makes a value of it. */
export class CopyStopped extends Error {
  override readonly name = 'CopyStopped';
  constructor(
    readonly code: CopyRefusal,
    message: string,
  ) {
    super(message);
  }
}

/** The answer, or the refusal that says why it was stopped. */
export const orRefused = async <T>(work: () => Promise<T>): Promise<T | Refused<CopyRefusal>> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CopyStopped) return refuse(error.code, error.message);
    throw error;
  }
};
