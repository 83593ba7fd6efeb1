import { describeCodec } from '@docket/kernel/testing';
import { codec, portfolioIdOf } from '.';

const portfolioId = portfolioIdOf('Government Major Projects');

describeCodec('portfolio', codec, [
  {
    type: 'PortfolioOpened',
    data: {
      portfolioId,
      name: 'Government Major Projects',
      currency: 'GBP',
      timeZone: 'Europe/London',
      history: 'open',
    },
  },
  {
    type: 'HistoryReached',
    data: { portfolioId, knownAt: '2014-07-01T00:00:00.000Z', source: 'gmpp_2014_2023_dataset_EDA.csv' },
  },
  { type: 'HistorySettled', data: { portfolioId } },
]);
