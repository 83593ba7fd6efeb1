/** The cut every example was answered at. */
export const asOf = {
  token:
    'tOTFjZDAxZGNbMjEsMjEsIjIwMjYtMTEtMjFUMDI6NDc6NDcuMzEwWiIsIjFiM2FmZjNjLWVhMjktNGZmOC1iNTgwLTI1ZDhjYzQ4MzBiOCIsImQxIl0',
  number: 21,
  recordedNumber: 21,
  at: '2026-11-21T02:47:47.310Z',
  log: '1b3aff3c-ea29-4ff8-b580-25d8cc4830b8',
  definition: 'd1',
};
