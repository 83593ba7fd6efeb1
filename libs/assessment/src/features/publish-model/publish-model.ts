import {
  runCommand,
  type CommandRuntime,
  type Day,
  type Gather,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import { ScoringModel } from '../../domain/scoring-model';
import type { PublishModel, ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.commands';
import { timeZoneOfModel } from './time-zone-of-model';

/** Publishes a draft. Asked by a person, or by the follow-up of a decision to publish it as it read then (`digest`). */
export const publishModel = (
  runtime: CommandRuntime,
  request: Request,
  data: Readonly<{ modelId: string; effectiveFrom?: Day; digest?: string }>,
): Promise<Receipt | Refused<ScoringModelRefusal | RunCode>> => {
  const command = async (gather: Gather): Promise<PublishModel> => ({
    type: 'PublishModel',
    data: { ...data, timeZone: await timeZoneOfModel(runtime, gather, data.modelId) },
  });
  return runCommand(runtime, ScoringModel, data.modelId, request, command);
};
