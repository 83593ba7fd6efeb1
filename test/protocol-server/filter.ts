import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { Recorded } from './log';

/** Records looked at before a page is closed, where the client names none. */
export const PAGE = 32;

/** Which records a read of `$all` returns, and how often it says how far it has looked. */
export type Filter = Readonly<{
  matches: (event: Recorded) => boolean;
  window: number;
  checkpointEvery: number;
}>;

type Expression = ReadReq.Options.FilterOptions.Expression;

const matcher = (expression: Expression | undefined): ((text: string) => boolean) => {
  const regex = expression?.getRegex() ?? '';
  if (regex !== '') {
    const pattern = new RegExp(regex);
    return (text) => pattern.test(text);
  }
  const prefixes = expression?.getPrefixList() ?? [];
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
};

export const filterOf = (options: ReadReq.Options): Filter => {
  const filter = options.getFilter();
  if (filter === undefined) return { matches: () => true, window: PAGE, checkpointEvery: Infinity };
  const window = filter.hasMax() ? filter.getMax() : PAGE;
  const onType = filter.hasEventType();
  const matches = matcher(onType ? filter.getEventType() : filter.getStreamIdentifier());
  return {
    matches: (event) => matches(onType ? event.type : event.stream),
    window,
    checkpointEvery: filter.getCheckpointintervalmultiplier() * window,
  };
};
