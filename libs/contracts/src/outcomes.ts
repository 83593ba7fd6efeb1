/** What a body can decide on a component. */
export const OUTCOMES = [
  'go',
  'conditional-go',
  'hold',
  'recycle',
  'defer',
  'reject',
  'kill',
  'complete',
] as const;
