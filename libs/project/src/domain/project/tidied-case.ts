import { nameKey, tidyName } from '@docket/kernel';
import { MONEY, type StatedCase } from './business-case';

/** `money` in any capitals, and the code of the portfolio's currency, are one unit: only what is in it is added up. */
const unitOf = (unit: string, currency: string): string =>
  [MONEY, nameKey(currency)].includes(nameKey(unit)) ? MONEY : tidyName(unit);

const tidied = <T, Field extends keyof T & string>(
  items: readonly T[] | undefined,
  tidy: (item: T) => Pick<T, Field>,
): readonly T[] | undefined => items?.map((item) => ({ ...item, ...tidy(item) }));

/**
 * A case whose lists are spelled as they are kept: names, skills and tags without surplus space, money as `money`. Capitals
 * stay as they were given; whether two spellings mean one thing is for the rules to say, which are asked of this.
 */
export const tidiedCase = <Stated extends StatedCase>(stated: Stated, currency: string): Stated => ({
  ...stated,
  tags: stated.tags?.map(tidyName),
  demand: tidied(stated.demand, ({ skill }) => ({ skill: tidyName(skill) })),
  benefits: tidied(stated.benefits, ({ id, name, metric, unit }) => ({
    id: tidyName(id),
    name: tidyName(name),
    metric: tidyName(metric),
    unit: unitOf(unit, currency),
  })),
  risks: tidied(stated.risks, ({ id }) => ({ id: tidyName(id) })),
});
