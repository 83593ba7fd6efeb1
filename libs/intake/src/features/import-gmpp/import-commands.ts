import { unreachable, type Instant, type Receipt, type Refused } from '@docket/kernel';
import {
  ImportAuthorisedProjectCommand,
  NoteDepartureCommand,
  NoteReturnCommand,
  RedescribeProjectCommand,
  ReportStatusCommand,
} from '@docket/project';
import type { CommandBus } from '@nestjs/cqrs';
import type { ProjectStep } from '../../domain/gmpp/import-step';
import type { ImportRequests } from './import-requests';

type Answer = Receipt | Refused<string>;

/** Carries out the steps of a plan as commands of their contexts, known at the day of the list. */
export const stepsOnBus =
  (bus: CommandBus, portfolioId: string, requests: ImportRequests) =>
  (step: ProjectStep, knownAt: Instant): Promise<Answer> => {
    const { kind, ...body } = step;
    const request = requests({ operation: kind, key: `gmpp/${body.projectId}/${knownAt}`, body, knownAt });
    switch (step.kind) {
      case 'import-authorised-project': {
        const { kind: _, ...project } = step;
        return bus.execute(new ImportAuthorisedProjectCommand(request, { portfolioId, ...project }));
      }
      case 'note-return': {
        const { kind: _, ...presence } = step;
        return bus.execute(new NoteReturnCommand(request, presence));
      }
      case 'redescribe-project': {
        const { kind: _, ...change } = step;
        return bus.execute(new RedescribeProjectCommand(request, change));
      }
      case 'report-status': {
        const { kind: _, ...report } = step;
        return bus.execute(new ReportStatusCommand(request, report));
      }
      case 'note-departure': {
        const { kind: _, ...absence } = step;
        return bus.execute(new NoteDepartureCommand(request, absence));
      }
      default:
        return unreachable(step);
    }
  };
