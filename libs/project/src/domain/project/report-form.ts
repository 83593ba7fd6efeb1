import type { DecimalText } from '@docket/kernel';
import type { Report } from './project.commands';
import { canonical } from './stated-case';
import type { Defects, ReportContent, ReportedFigures, Satisfaction } from './status-report';

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const written = (amount: DecimalText | undefined): DecimalText | undefined =>
  amount === undefined ? undefined : canonical(amount);

/** The figures that are amounts. */
export const amountsOf = (figures: ReportedFigures) => {
  const { start: _, finish: __, forecastFinish: ___, ...amounts } = figures;
  return amounts;
};

const figuresOf = (figures: ReportedFigures): ReportedFigures => {
  const { start, finish, forecastFinish } = figures;
  const amounts: ReportedFigures = Object.fromEntries(
    Object.entries(given(amountsOf(figures))).map(([field, amount]) => [field, canonical(amount)]),
  );
  return given({ ...amounts, forecastFinish, start, finish });
};

const defectsOf = ({ confirmed, size, sizeUnit }: Defects): Defects =>
  given({ confirmed, size: written(size), sizeUnit });

const satisfactionOf = ({ asked, responses, favourable, mean }: Satisfaction): Satisfaction =>
  given({ asked, responses, favourable, mean: written(mean) });

/** What a report says, in the one form that events hold: amounts canonical, nothing that was not given. Asked after its policies on amounts. */
export const contentOf = ({
  figures,
  ownStatus,
  defects,
  satisfaction,
  requirements,
  personTimeHours,
  confidence,
  narrative,
}: ReportContent): ReportContent =>
  given({
    figures: figuresOf(figures),
    ownStatus,
    defects: defects && defectsOf(defects),
    satisfaction: satisfaction && satisfactionOf(satisfaction),
    requirements: requirements && { assessed: requirements.assessed, met: requirements.met },
    personTimeHours: written(personTimeHours),
    confidence:
      confidence &&
      given({ scale: confidence.scale, rating: confidence.rating, reviewer: confidence.reviewer }),
    narrative,
  });

/** The report among the fields of a command. */
export const reportOf = ({ reportedFor, source, ...content }: Report): Report =>
  given({
    reportedFor,
    ...contentOf(content),
    source: source && { file: source.file, line: source.line },
  });
