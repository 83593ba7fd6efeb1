import { describeCodec } from '@docket/kernel/testing';
import { dependencyCodec } from '.';

const dependencyId = '5a1c9a7f-6f0b-8c54-9d1c-5a8a1c9a7f10';
const portfolioId = '7f1de8a0-53c2-8f6e-8a55-30c6f2f2b1aa';

describeCodec('dependency-graph', dependencyCodec, [
  {
    type: 'DependencyDeclared',
    data: {
      dependencyId,
      portfolioId,
      kind: 'finish-before-start',
      from: '0b5a6d4e-6f0b-8c54-9d1c-5a8a1c9a7f10',
      to: '1c6b7e5f-6f0b-8c54-9d1c-5a8a1c9a7f11',
      fromName: 'Digital land register',
      toName: 'Courts online',
      reason: 'The courts read the register.',
    },
  },
  {
    type: 'DependencyRemoved',
    data: { dependencyId, portfolioId, reason: 'The courts got a register of their own.' },
  },
]);
