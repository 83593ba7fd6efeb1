import type { Recorded } from '@docket/kernel';
import type { ProjectEvent } from '@docket/project';
import type { Description } from '../../domain/gmpp/dated-row';
import type { KnownProject } from '../../domain/gmpp/known-project';

const yearOf = (day: string): number => Number(day.slice(0, 4));

const described = (
  project: KnownProject,
  knownAt: string,
  change: Readonly<Record<string, unknown>> & Partial<Description>,
): KnownProject => {
  const { projectId: _, source: __, ...words } = change;
  const before = project.descriptions.at(-1)?.described;
  const after = { ...before, ...words, name: change.name ?? before?.name ?? '' };
  return { ...project, descriptions: [...project.descriptions, { year: yearOf(knownAt), described: after }] };
};

/** What one event of a project tells an import; only imported history does. */
export const foldKnownProject = (
  project: KnownProject | undefined,
  event: Recorded<ProjectEvent>,
): KnownProject | undefined => {
  const { knownAt, origin } = event.meta;
  if (origin !== 'import' || knownAt === undefined) return project;
  if (event.type === 'AuthorisedProjectImported') {
    const { projectId, portfolioId: _, presentFrom: __, source: ___, ...words } = event.data;
    const dated = { year: yearOf(knownAt), described: words };
    return { id: projectId, descriptions: [dated], reports: new Map(), present: true };
  }
  if (!project) return project;
  switch (event.type) {
    case 'ProjectRedescribed':
      return described(project, knownAt, event.data);
    case 'StatusReported': {
      const { reportedFor, figures, confidence, narrative } = event.data;
      const report = { figures, ...(confidence ? { confidence } : {}), ...(narrative ? { narrative } : {}) };
      return { ...project, reports: new Map(project.reports).set(yearOf(reportedFor), report) };
    }
    case 'DepartureNoted':
      return { ...project, present: false };
    case 'ReturnNoted':
      return { ...project, present: true };
    default:
      return project;
  }
};
