import type { DecimalText } from '@docket/kernel';

/** What a level means, and the alignment it stands for, 0 to 100. */
export type ContributionLevel = Readonly<{
  level: number;
  name: string;
  meaning: string;
  alignment: DecimalText;
}>;

/** The scale on which contributions are judged now. Each event names the version it was judged on; a new one comes beside it. */
export const CONTRIBUTION_SCALE = 'contribution-1';

/** How strongly a component serves an objective, by the version of the scale. What a version says never changes. */
export const CONTRIBUTION_SCALES: Readonly<Record<string, readonly ContributionLevel[]>> = {
  'contribution-1': [
    {
      level: 0,
      name: 'none',
      meaning: 'The measure of the objective would move no differently without it.',
      alignment: '0',
    },
    {
      level: 1,
      name: 'indirect',
      meaning: 'It makes something possible that in turn may move the measure.',
      alignment: '25',
    },
    {
      level: 2,
      name: 'supporting',
      meaning: 'It moves the measure somewhat, or only together with others.',
      alignment: '50',
    },
    {
      level: 3,
      name: 'strong',
      meaning: 'It moves the measure by itself, by a part of the way that can be named.',
      alignment: '75',
    },
    {
      level: 4,
      name: 'essential',
      meaning: 'Without it the target cannot be reached.',
      alignment: '100',
    },
  ],
};

/** The level of that number on a version of the scale; `undefined` where it has none. */
export const contributionLevel = (scale: string, level: number): ContributionLevel | undefined =>
  CONTRIBUTION_SCALES[scale]?.find((one) => one.level === level);
