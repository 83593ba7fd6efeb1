/** HTTP status and title of a problem. */
export type Kind = Readonly<{ status: number; title: string }>;

/** Kinds of one status, by code. */
export const kinds = <C extends string>(
  status: number,
  titles: Readonly<Record<C, string>>,
): Readonly<Record<C, Kind>> =>
  Object.fromEntries(
    Object.entries<string>(titles).map(([code, title]) => [code, { status, title }]),
  ) as Record<C, Kind>;
