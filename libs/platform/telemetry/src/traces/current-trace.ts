import { TraceFlags } from '@opentelemetry/api';

import { type Traceparent, traceparentHeader } from '../scope/traceparent';
import { currentScope } from '../scope/work-scope';

/** Where the work stands now: in our own trace, or in that of the caller when we send none. */
function currentPlace(): Traceparent | undefined {
  const scope = currentScope();
  const own = scope?.span?.spanContext();
  if (own === undefined) return scope?.caller;
  const { traceId, spanId, traceFlags } = own;
  return { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 };
}

/** For every line of the log. */
export function traceFields(): { readonly traceId?: string; readonly spanId?: string } {
  const place = currentPlace();
  return place === undefined ? {} : { traceId: place.traceId, spanId: place.spanId };
}

/** The `traceparent` for whoever is asked or told something by this work; undefined outside a trace. */
export function currentTraceparent(): string | undefined {
  const place = currentPlace();
  return place === undefined ? undefined : traceparentHeader(place);
}
