import { describeCodec } from '@docket/kernel/testing';
import { gateSetCodec } from '.';

describeCodec('gate-set', gateSetCodec, [
  {
    type: 'GatesPublished',
    data: {
      portfolioId: '7f1de8a0-53c2-8f6e-8a55-30c6f2f2b1aa',
      kind: 'project',
      version: 3,
      gates: [
        {
          id: 'business-case',
          name: 'Gate 2: business case',
          criteria: [
            {
              ...{ id: 'funding', wording: 'The treasury has agreed to fund it.' },
              ...{ meet: 'must', needsEvidence: true },
            },
          ],
        },
      ],
    },
  },
]);
