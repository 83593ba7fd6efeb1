/** What an error says, whichever package or realm made it. */
export const messageOf = (error: unknown): string => {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  return isError && typeof error.message === 'string' ? error.message : String(error);
};
