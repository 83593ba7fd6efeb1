import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { modelIdOf, ScoringModel } from '../../domain/scoring-model';
import type { DraftModel } from '../../domain/scoring-model/scoring-model.commands';
import { groundsIn } from '../model-grounds';
import { DraftModelCommand } from './draft-model.command';

@CommandHandler(DraftModelCommand)
export class DraftModelHandler implements ICommandHandler<DraftModelCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: DraftModelCommand) {
    const modelId = modelIdOf(data.portfolioId, data.name);
    return runCommand(this.runtime, ScoringModel, modelId, request, async (gather): Promise<DraftModel> => {
      const portfolio = await gather(Portfolio, data.portfolioId);
      return {
        type: 'DraftModel',
        data: {
          ...data,
          modelId,
          portfolioExists: portfolio.status !== 'absent',
          grounds: groundsIn(portfolio),
        },
      };
    });
  }
}
