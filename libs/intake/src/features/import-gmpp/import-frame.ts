import { deliveryHealthModel, DraftModelCommand, modelIdOf, PublishModelCommand } from '@docket/assessment';
import type { Receipt, Refused } from '@docket/kernel';
import { OpenPortfolioCommand, ReachHistoryCommand } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import type { YearPlan } from '../../domain/gmpp/import-step';
import type { ImportRequests } from './import-requests';

type Answer = Receipt | Refused<string>;

/** The portfolio an import opens where there is none of that name. */
export type NewPortfolio = Readonly<{ name: string; currency: string; timeZone: string }>;

/** What an import writes around the projects: the portfolio, how far its history has come, and a model to rank it by. */
export const frameOnBus = (bus: CommandBus, portfolioId: string, requests: ImportRequests) => ({
  open: (portfolio: NewPortfolio): Promise<Answer> => {
    const request = requests({ operation: 'open-portfolio', key: `gmpp/${portfolioId}`, body: portfolio });
    return bus.execute(new OpenPortfolioCommand(request, portfolio));
  },
  reach: ({ knownAt, source }: YearPlan): Promise<Answer> => {
    const data = { portfolioId, knownAt, source };
    const request = requests({
      operation: 'reach-history',
      key: `gmpp/${knownAt}/${source}`,
      body: data,
      knownAt,
    });
    return bus.execute(new ReachHistoryCommand(request, data));
  },
  publishModel: async (): Promise<Answer> => {
    const draft = { portfolioId, ...deliveryHealthModel };
    const drafting = requests({ operation: 'draft-model', key: `gmpp/${portfolioId}`, body: draft });
    const drafted = await bus.execute(new DraftModelCommand(drafting, draft));
    if (drafted.outcome === 'refused') return drafted;
    const model = { modelId: modelIdOf(portfolioId, draft.name) };
    const publishing = requests({ operation: 'publish-model', key: `gmpp/${portfolioId}`, body: model });
    return bus.execute(new PublishModelCommand(publishing, model));
  },
});

export type ImportFrame = ReturnType<typeof frameOnBus>;
