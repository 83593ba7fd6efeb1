import { amountInWords, rounded } from '@docket/kernel';
import { fieldInWords } from './field-words';
import type { Figure, Figures, ProjectAnswer } from './project-answer';
import { item } from './sheet';

const isFigure = (value: Figures[string]): value is Figure => 'value' in value;

const valueOf = ({ value, unit = '' }: Figure): string => {
  if (typeof value !== 'string') return value ? 'yes' : 'no';
  const shown = value.includes('.') ? rounded(value, 3) : value;
  return unit === 'ratio' ? shown : amountInWords(unit, shown);
};

const figureLines = (figures: Figures): readonly string[] => {
  const all = Object.entries(figures).flatMap(([name, value]): [string, Figure][] =>
    isFigure(value)
      ? [[fieldInWords(name), value]]
      : Object.entries(value).map(([inner, figure]) => [
          `${fieldInWords(name)}: ${fieldInWords(inner)}`,
          figure,
        ]),
  );
  const missing = Map.groupBy(
    all.filter(([, { value }]) => value === null),
    ([, { reason }]) => reason ?? '',
  );
  return [
    ...all.flatMap(([name, figure]) => (figure.value === null ? [] : item(`${name}: ${valueOf(figure)}`))),
    ...[...missing].flatMap(([reason, names]) =>
      item(
        `not available: ${[...new Set(names.map(([name]) => name.replace(/:.*$/, '')))].join(', ')}. ${reason}`,
      ),
    ),
  ];
};

/** Nothing follows where nothing was reported and no baseline says what it may cost. */
export const earnedValueLines = ({
  earnedValue,
  reports: { rows },
  project: { baseline },
}: ProjectAnswer): readonly string[] =>
  rows.length === 0 && baseline === null
    ? []
    : figureLines({ ...earnedValue.performance, ...earnedValue.against.current });
