import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';

import type { StoredEvent } from './stored-event';

export interface EventFilter {
  takes(event: StoredEvent): boolean;
  /** After how many events, taken or not, a subscription gets a checkpoint; undefined without a filter. */
  readonly checkpointEvery: number | undefined;
}

/** What the server searches at a time unless it is told. */
const SEARCH_WINDOW = 32;

export function filterOf(options: ReadReq.Options.FilterOptions | undefined): EventFilter {
  if (options === undefined) return { takes: () => true, checkpointEvery: undefined };
  const window = options.hasMax() ? options.getMax() : SEARCH_WINDOW;
  const checkpointEvery = window * options.getCheckpointintervalmultiplier();
  const byType = options.getEventType();
  const takesText = matcherOf(byType ?? options.getStreamIdentifier());
  const takes = (event: StoredEvent) => takesText(byType === undefined ? event.stream : event.type);
  return { takes, checkpointEvery };
}

function matcherOf(
  expression: ReadReq.Options.FilterOptions.Expression | undefined,
): (text: string) => boolean {
  const regex = new RegExp(expression?.getRegex() ?? '');
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length === 0) return (text) => regex.test(text);
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}
