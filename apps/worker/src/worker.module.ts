import { logTrouble, openSystem, SYSTEM, type Progress, type Settings, type System } from '@docket/host';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';

/** What a worker runs: a system that projects, reacts and does jobs, from the start of the application to its end. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  /** Once `stopping` aborts, a start that is under way is given up. */
  static of(settings: Settings, onProgress: Progress, stopping: AbortSignal): DynamicModule {
    const useFactory = () => openSystem(settings, 'worker', onProgress, logTrouble, { stopping });
    return { module: WorkerModule, providers: [{ provide: SYSTEM, useFactory }] };
  }

  /** Finishes what is under way and lets go of everything. */
  async onApplicationShutdown(): Promise<void> {
    await this.system[Symbol.asyncDispose]();
  }
}
