import type { Criterion, ModelDefinition } from './scoring-model.events';

/**
 * How sure the reviewers are of delivery, in the words of the Infrastructure and Projects Authority. Its five-level scale
 * was replaced by one of three in 2022: levels of the same name mean the same and are worth the same, so that the change of
 * scale lifts and lowers nobody. Steps are even, because nobody has shown that they are not.
 */
const deliveryConfidence: Criterion = {
  id: 'delivery-confidence',
  name: 'Delivery confidence',
  weight: '0.6',
  direction: 'benefit',
  measure: 'delivery-confidence',
  scale: {
    kind: 'levels',
    maximum: '5',
    levels: [
      ...[
        {
          rating: 'green',
          points: '5',
          meaning: 'Successful delivery to time, cost and quality appears highly likely.',
        },
        {
          rating: 'amber',
          points: '2.5',
          meaning: 'Delivery appears feasible; significant issues exist but appear resolvable.',
        },
        {
          rating: 'red',
          points: '0',
          meaning: 'Successful delivery appears to be unachievable as things stand.',
        },
      ].flatMap((level) => [
        { scale: 'ipa-5', ...level },
        { scale: 'ipa-3', ...level },
      ]),
      {
        scale: 'ipa-5',
        rating: 'amber-green',
        points: '3.75',
        meaning: 'Delivery appears probable; risks need constant attention.',
      },
      {
        scale: 'ipa-5',
        rating: 'amber-red',
        points: '1.25',
        meaning: 'Delivery is in doubt; major risks in several key areas need urgent action.',
      },
    ],
  },
};

/**
 * How far this year's forecast is from this year's budget, over or under: both mean that the plan did not hold. The first
 * anchor is the 5 % up to which the Authority asks for no explanation.
 */
const budgetVariance: Criterion = {
  id: 'budget-variance',
  name: 'Budget variance',
  weight: '0.25',
  direction: 'cost',
  measure: 'budget-variance',
  scale: {
    kind: 'bands',
    maximum: '5',
    unit: 'ratio',
    bands: [
      {
        from: null,
        below: '0.05',
        points: '0',
        meaning: 'On budget: within 5 %, which needs no explanation.',
      },
      { from: '0.05', below: '0.1', points: '1', meaning: 'Off budget by 5 to 10 %: to be explained.' },
      {
        from: '0.1',
        below: '0.2',
        points: '2',
        meaning: 'Off budget by 10 to 20 %: more than a usual tolerance.',
      },
      {
        from: '0.2',
        below: '0.35',
        points: '3',
        meaning: 'Off budget by a fifth to a third: the year has to be planned again.',
      },
      {
        from: '0.35',
        below: '0.5',
        points: '4',
        meaning: 'Off budget by more than a third: the budget says little.',
      },
      {
        from: '0.5',
        below: null,
        points: '5',
        meaning: 'Off budget by half or more: the budget does not describe the work.',
      },
    ],
  },
};

/** How much is at stake, in pounds: the larger the whole-life cost, the more exposed is the portfolio. */
const wholeLifeCost: Criterion = {
  id: 'whole-life-cost',
  name: 'Whole-life cost',
  weight: '0.15',
  direction: 'cost',
  measure: 'whole-life-cost',
  scale: {
    kind: 'bands',
    maximum: '5',
    unit: 'GBP',
    bands: [
      {
        from: null,
        below: '100000000',
        points: '0',
        meaning: 'Below £100 million: small among major projects.',
      },
      { from: '100000000', below: '500000000', points: '1', meaning: '£100 million to £500 million.' },
      { from: '500000000', below: '1000000000', points: '2', meaning: '£500 million to £1 billion.' },
      {
        from: '1000000000',
        below: '5000000000',
        points: '3',
        meaning: '£1 billion to £5 billion: a mega-project.',
      },
      {
        from: '5000000000',
        below: '20000000000',
        points: '4',
        meaning: '£5 billion to £20 billion: moves a department’s budget.',
      },
      {
        from: '20000000000',
        below: null,
        points: '5',
        meaning: '£20 billion or more: moves the national budget.',
      },
    ],
  },
};

/**
 * The model that comes along with an imported portfolio that has none: measured criteria only, no judgement of Docket's.
 * Amounts are in pounds, not millions. Delivery confidence weighs more than the rest together and the minimum coverage lies
 * between: whoever leaves out a bad rating stands unranked, whoever has only a rating is ranked by it.
 */
export const deliveryHealthModel: ModelDefinition & Readonly<{ name: string }> = {
  name: 'Delivery health 1',
  criteria: [deliveryConfidence, budgetVariance, wholeLifeCost],
  minimumCoverage: '0.5',
};
