import { asOf } from './example-cut';

/** What the read of one event answers. */
export const eventExample = {
  'get /api/v1/events/{number}': {
    asOf,
    number: 2,
    eventId: '5b1e9c7a-2f4d-4c8b-9a6e-1d3f5c7b9e20',
    type: 'ProjectProposed.v2',
    date: '2026-11-21T02:47:45.380Z',
    recordedAt: '2026-11-21T02:47:45.380Z',
    knownAt: null,
    portfolio: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
    stream: 'docket-project-f8850372-b7ed-8703-94a9-5fba136b8fc2',
    revision: 0,
    position: '2',
    actor: 'p-priya',
    onBehalfOf: null,
    authentication: 'local-session',
    origin: 'live',
    commandId: '7f0c9a2b3e4f5a8c6d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e',
    correlationId: '0a9b8c7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d',
    causationId: null,
    guards: [{ stream: 'docket-portfolio-1c7a0788-2ab5-8724-b706-9ce3b299b7a5', revision: 1 }],
    hash: 'c30a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
    previous: null,
    vouchedBy: { revision: 1 },
    notVouched: null,
    facts: { name: 'North bridge renewal', sponsor: 'p-maya', manager: 'p-priya', wholeLifeCost: '12500000' },
    words: { summary: 'Replace the bearings and the deck before the load limit falls.' },
    redacted: [],
    withheld: null,
  },
};
