/** What a cell says, or why it cannot be taken. */
export type Cell<T> = Readonly<{ value: T } | { reason: string }>;

export const taken = <T>(value: T): Cell<T> => ({ value });
export const notTaken = (reason: string): Cell<never> => ({ reason });

/** Whether a cell was taken. */
export const isTaken = <T>(cell: Cell<T>): cell is Readonly<{ value: T }> => 'value' in cell;
