import { defineCodec } from '@docket/kernel';
import type { PortfolioEvent } from './portfolio.events';

export const codec = defineCodec<PortfolioEvent>({
  versions: { PortfolioOpened: 1, HistoryReached: 1, HistorySettled: 1 },
  upcasters: {
    'PortfolioOpened.v1': (data) => ({ type: 'PortfolioOpened', data }),
    'HistoryReached.v1': (data) => ({ type: 'HistoryReached', data }),
    'HistorySettled.v1': (data) => ({ type: 'HistorySettled', data }),
  },
  words: {},
});
