import { ScoringModel } from '@docket/assessment';
import { decodeStored, streamName, type EventStore, type StoredEvent } from '@docket/kernel';
import { Portfolio, type PortfolioState } from '@docket/portfolio';
import { Project } from '@docket/project';
import type { KnownProject } from '../../domain/gmpp/known-project';
import { foldKnownProject } from './known-project.fold';
import type { KnownPortfolio, KnownPortfolios } from './known-portfolio.port';

/** Every event that is in the log when it is asked, in order. */
async function* everything(store: EventStore): AsyncGenerator<StoredEvent> {
  const stop = new AbortController();
  try {
    for await (const message of store.subscribe({ signal: stop.signal })) {
      if (message.kind === 'caught-up') return;
      yield message.event;
    }
  } finally {
    stop.abort();
  }
}

/** What one reading of the log tells about one portfolio. */
class LogReading {
  private state: PortfolioState = Portfolio.decider.initialState();
  private readonly projects = new Map<string, KnownProject>();
  private readonly drafts = new Set<string>();
  private hasPublishedModel = false;

  constructor(
    private readonly installation: string,
    private readonly portfolioId: string,
  ) {}

  take(stored: StoredEvent): void {
    if (this.isOf(Project.category, stored)) this.takeProject(stored);
    else if (this.isOf(ScoringModel.category, stored)) this.takeModel(stored);
    else if (stored.stream === streamName(this.installation, Portfolio.category, this.portfolioId))
      this.state = Portfolio.decider.evolve(this.state, decodeStored(Portfolio.codec, stored));
  }

  result(): KnownPortfolio | undefined {
    if (this.state.status === 'absent') return undefined;
    const { history, reachedAt } = this.state;
    return {
      history,
      ...(reachedAt === undefined ? {} : { reachedAt }),
      projects: [...this.projects.values()],
      hasPublishedModel: this.hasPublishedModel,
    };
  }

  private isOf(category: string, { stream }: StoredEvent): boolean {
    return stream.startsWith(streamName(this.installation, category, ''));
  }

  private takeProject(stored: StoredEvent): void {
    const event = decodeStored(Project.codec, stored);
    if (event.meta.portfolio !== this.portfolioId) return;
    const project = foldKnownProject(this.projects.get(event.data.projectId), event);
    if (project) this.projects.set(project.id, project);
  }

  private takeModel(stored: StoredEvent): void {
    const { type, data } = decodeStored(ScoringModel.codec, stored);
    if (type === 'ScoringModelDrafted' && data.portfolioId === this.portfolioId)
      this.drafts.add(data.modelId);
    if (type === 'ScoringModelPublished' && this.drafts.has(data.modelId)) this.hasPublishedModel = true;
  }
}

/** Reads the whole log once per import: no projection has to have caught up, and a partly imported list is seen as it is. */
export const knownFromLog = ({ store }: Readonly<{ store: EventStore }>): KnownPortfolios => ({
  read: async (portfolioId) => {
    const reading = new LogReading(store.installation, portfolioId);
    for await (const stored of everything(store)) reading.take(stored);
    return reading.result();
  },
});
