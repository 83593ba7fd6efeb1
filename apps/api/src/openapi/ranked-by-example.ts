/** The scoring model behind the ranking before a body, published the evening before. */
export const rankedBy = {
  id: '7ad2c3a8-1d1c-8c10-9b6e-53f2c1d0a9e7',
  name: 'Worth 2027',
  publishedBy: 'p-otto',
  publishedAt: '2026-11-20T18:12:09.114Z',
  effectiveFrom: '2026-11-20',
  decidedBy: null,
  warnings: [
    {
      code: 'model-published-by-one',
      text: 'p-otto published the model “Worth 2027”; no body decided on it.',
    },
    {
      code: 'model-published-lately',
      text: 'The model “Worth 2027” was published at 2026-11-20T18:12:09.114Z, fewer than 7 days before. A comparison with the model before it says whom that moved.',
    },
  ],
};
