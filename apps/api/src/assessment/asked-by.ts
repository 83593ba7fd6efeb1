/** What is asked, by the model that is named; an empty name is none. */
export const askedBy = <T extends object>(
  asked: T,
  { model }: Readonly<{ model?: string }>,
): T & Readonly<{ model?: string }> => ({ ...asked, ...(model ? { model } : {}) });

type Line = Readonly<{ budget?: string; rule?: 'stop' | 'fill' }>;

/** The budget and the rule of a request, as far as they are given. */
export const lineOf = ({ budget, rule }: Line): Line => ({
  ...(budget === undefined ? {} : { budget }),
  ...(rule === undefined ? {} : { rule }),
});
