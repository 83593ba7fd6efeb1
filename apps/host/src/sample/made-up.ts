import type { Refused } from '@docket/kernel';
import type { OpenedPortfolio } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { join } from 'node:path';
import type { Progress, System } from '../system';
import { leftToDo, type MadeUp, type Sample } from './how-far';
import { illustrate, isIllustrated } from './illustrate';
import { readDecisions } from './illustrated-acts';
import { readIllustration } from './illustration';

const ILLUSTRATION_FILE = 'illustration.json';

const DECISIONS_FILE = 'illustration-decisions.json';

const madeUpIn = (folder: string): MadeUp => ({
  illustration: readIllustration(join(folder, ILLUSTRATION_FILE)),
  decisions: readDecisions(join(folder, DECISIONS_FILE)),
});

/** What is left to do for a sample that is not whole. */
export const lookFor = async (
  system: System,
  portfolio: OpenedPortfolio,
  folder: string,
): Promise<Sample> => {
  const madeUp = madeUpIn(folder);
  const { portfolioId } = portfolio;
  return leftToDo(system, portfolio, {
    ...madeUp,
    isIllustrated: await isIllustrated(system, portfolioId, madeUp.illustration),
  });
};

/** Records in a portfolio what is made up beside its lists, or what is missing of it. Gives the refusal that stopped it. */
export const makeUp = (
  system: System,
  bus: CommandBus,
  { portfolioId, folder }: Readonly<{ portfolioId: string; folder: string }>,
  onProgress: Progress,
): Promise<Refused<string> | undefined> =>
  illustrate(system, bus, { portfolioId, ...madeUpIn(folder) }, onProgress);
