import { dayOf, type Instant } from '@docket/kernel';
import type { PortfolioView } from '@docket/portfolio';
import type { UsedModel } from './model-choice';

/** What a reader has to know to read an answer rightly. `code` is stable, `text` a sentence. */
export type Notice = Readonly<{
  code:
    | 'model-in-retrospect'
    | 'model-not-known-since'
    | 'another-model-then'
    | 'model-retired'
    | 'model-not-yet-effective'
    | 'dates-not-settled'
    | 'ratings-awaited'
    | 'ratings-carried'
    | 'ranked-without'
    | 'nothing-known';
  text: string;
}>;

type Circumstances = Readonly<{ portfolio: PortfolioView; known: boolean; model: UsedModel; at: Instant }>;

/** Days in the portfolio's time zone, or moments where both fall on one day. */
export const told = (publishedAt: Instant, at: Instant, timeZone: string): readonly [string, string] => {
  const days = [dayOf(publishedAt, timeZone), dayOf(at, timeZone)] as const;
  return days[0] === days[1] ? [publishedAt, at] : days;
};

const inRetrospect = ({ portfolio, model, at }: Circumstances): readonly Notice[] => {
  if (!model.inRetrospect) return [];
  const [published, asked] = told(model.publishedAt, at, portfolio.timeZone);
  const text = `The model “${model.name}” was published on ${published}; it was not known on ${asked}.`;
  return [{ code: 'model-in-retrospect', text }];
};

const outOfForce = ({ model }: Circumstances): readonly Notice[] => {
  if (model.retired)
    return [
      {
        code: 'model-retired',
        text: `The model “${model.name}” was retired by then: nobody assesses by it, and nothing is decided by it any more.`,
      },
    ];
  if (!model.notYetEffective || model.inRetrospect) return [];
  const text = `The model “${model.name}” counts from ${model.effectiveFrom} on only.`;
  return [{ code: 'model-not-yet-effective', text }];
};

const notSettled = ({ portfolio, known }: Circumstances): readonly Notice[] =>
  known && !portfolio.settled
    ? [
        {
          code: 'dates-not-settled',
          text: `The history of “${portfolio.name}” was still open here: until its first live event an import may add to any day after the last one it has.`,
        },
      ]
    : [];

const nothingKnown = ({ portfolio, known, at }: Circumstances): readonly Notice[] =>
  known
    ? []
    : [
        {
          code: 'nothing-known',
          text: `Nothing was known of “${portfolio.name}” on ${dayOf(at, portfolio.timeZone)}: there is nothing to rank.`,
        },
      ];

/** The notices of an answer, gravest first. */
export const noticesOf = (circumstances: Circumstances): readonly Notice[] => [
  ...nothingKnown(circumstances),
  ...inRetrospect(circumstances),
  ...outOfForce(circumstances),
  ...notSettled(circumstances),
];
