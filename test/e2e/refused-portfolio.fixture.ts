import { refusedAssessment } from './refused-assessment.fixture';
import { refusedCase } from './refused-case.fixture';
import type { Case } from './refused-input.fixture';
import { refusedModel } from './refused-model.fixture';
import { refusedProject } from './refused-project.fixture';
import { refusedReport } from './refused-report.fixture';
import { refusedStrategy } from './refused-strategy.fixture';

/** All that cannot stand of a portfolio: strategy, projects, reports, models and assessments. */
export const refusedPortfolio: readonly Case[] = [
  ...refusedStrategy,
  ...refusedCase,
  ...refusedProject,
  ...refusedReport,
  ...refusedModel,
  ...refusedAssessment,
];
