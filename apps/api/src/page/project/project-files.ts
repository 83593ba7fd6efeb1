import {
  AssessmentHistoryQuery,
  ModelsQuery,
  ProjectAssessmentsQuery,
  ProjectContributionsQuery,
  type ProjectAssessments,
} from '@docket/assessment';
import type { Reading } from '@docket/kernel';
import { ObjectivesQuery } from '@docket/portfolio';
import {
  FindConfidenceQuery,
  FindEarnedValueQuery,
  ListProjectDependenciesQuery,
  ListReportsQuery,
  ListRevisionsQuery,
  type ProjectDetail,
} from '@docket/project';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { orProblem } from '../../problems/problem';
import type { ProjectFile } from './project-file.view';

/** Gathers what is known of a project from the contexts that know it, all at one cut. */
@Injectable()
export class ProjectFiles {
  constructor(private readonly queries: QueryBus) {}

  async of(
    reading: Reading,
    project: ProjectDetail,
  ): Promise<Omit<ProjectFile, 'kept' | 'setting' | 'numbers' | 'reader'>> {
    const { id: projectId, portfolioId } = project;
    const [revisions, reports, confidence, earned, dependencies, contributions, objectives] =
      await Promise.all([
        this.queries.execute(new ListRevisionsQuery(reading, projectId)),
        this.queries.execute(new ListReportsQuery(reading, projectId)),
        this.queries.execute(new FindConfidenceQuery(reading, projectId)),
        this.queries.execute(new FindEarnedValueQuery(reading, projectId)),
        this.queries.execute(new ListProjectDependenciesQuery(reading, projectId)),
        this.queries.execute(new ProjectContributionsQuery(reading, { projectId })),
        this.queries.execute(new ObjectivesQuery(reading, { portfolioId })),
      ]);
    return {
      project,
      revisions: orProblem(revisions),
      reports: orProblem(reports),
      confidence: orProblem(confidence),
      earned: orProblem(earned),
      dependencies: orProblem(dependencies),
      contributions: orProblem(contributions),
      objectives: new Map(objectives.map(({ id, name }) => [id, name])),
      assessments: await this.assessments(reading, project),
      assessed: orProblem(await this.queries.execute(new AssessmentHistoryQuery(reading, { projectId }))),
    };
  }

  /** By every model that was ever published. */
  private async assessments(
    reading: Reading,
    { id: projectId, portfolioId }: ProjectDetail,
  ): Promise<readonly ProjectAssessments[]> {
    const models = await this.queries.execute(new ModelsQuery(reading, { portfolioId }));
    const published = models.filter(({ status }) => status !== 'draft');
    return Promise.all(
      published.map(async ({ id: model }) =>
        orProblem(await this.queries.execute(new ProjectAssessmentsQuery(reading, { projectId, model }))),
      ),
    );
  }
}
