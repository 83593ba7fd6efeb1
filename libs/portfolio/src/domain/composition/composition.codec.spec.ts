import { describeCodec } from '@docket/kernel/testing';
import { codec } from './composition.codec';

const portfolioId = '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385';
const nodeId = '91c4d2f7-0b6e-8a35-9f18-2d7c5e3a6b40';

describeCodec('composition', codec, [
  {
    type: 'NodeAdded',
    data: {
      portfolioId,
      nodeId,
      kind: 'programme',
      name: 'Bridge renewals',
      parent: '3f7a1b5c-8d2e-8946-b07f-6c1e9d4a2835',
      lead: 'omar-lindqvist',
    },
  },
  { type: 'NodeRenamed', data: { portfolioId, nodeId, name: 'Bridges and tunnels' } },
  { type: 'NodeMoved', data: { portfolioId, nodeId, parent: null } },
  {
    type: 'NodeClosed',
    data: { portfolioId, nodeId, reason: 'The last renewal was completed; tunnels moved to Rail.' },
  },
]);
