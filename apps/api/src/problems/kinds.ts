/** HTTP status and title of a problem. */
export type Kind = Readonly<{ status: number; title: string }>;

/** Codes that are answered with one status, each with its title. */
export const kinds = <C extends string>(
  status: number,
  titles: Readonly<Record<C, string>>,
): Readonly<Record<C, Kind>> =>
  Object.fromEntries(
    Object.entries<string>(titles).map(([code, title]) => [code, { status, title }]),
  ) as Record<C, Kind>;
