import {
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';

import { kindOfError, refusalCode } from '../errors/refusal';
import type { Traceparent } from '../scope/traceparent';
import { correlationIdOf, currentScope, inScope } from '../scope/work-scope';
import type { SpanAttributes } from './span-attributes';

/** What the work may tell of its span while it goes on. */
export interface OpenSpan {
  set(attributes: SpanAttributes): void;
  /** It ended in an error of this kind, although nothing was thrown. */
  fail(errorType: string): void;
}

/** A span that its maker ends, where work is not one function. */
export interface StartedSpan extends OpenSpan {
  rename(name: string): void;
  end(): void;
}

export type WorkKind = 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER' | 'INTERNAL';

const nowhere: StartedSpan = {
  set: () => undefined,
  fail: () => undefined,
  rename: () => undefined,
  end: () => undefined,
};

let tracer: Tracer | undefined;

/** Only `startTracing` calls this; undefined switches traces off. */
export function useTracer(next: Tracer | undefined): void {
  tracer = next;
}

/** Does `work` under a span of its own, below that of the work around it. Without tracing it only calls `work`. */
export async function withSpan<T>(
  name: string,
  attributes: SpanAttributes,
  work: (span: OpenSpan) => Promise<T>,
  kind: WorkKind = 'INTERNAL',
): Promise<T> {
  if (tracer === undefined) return work(nowhere);
  const scope = currentScope();
  const span = begin(tracer, name, { attributes, kind, parent: scope?.span, caller: scope?.caller });
  const { correlationId, caller } = scope ?? { correlationId: correlationIdOf(undefined), caller: undefined };
  return inScope({ correlationId, caller, span }, () => finishing(span, work));
}

/** What a piece of work begins with when it does not come from within other work. */
export interface NewWork {
  readonly attributes?: SpanAttributes;
  readonly kind?: WorkKind;
  /** As it came in; anything that is no plain word is replaced. */
  readonly correlationId?: string | undefined;
  readonly caller?: Traceparent | undefined;
}

/**
 * Does `work` as a piece of its own, with a correlation id for its lines in the log and a trace for its spans: a page
 * of a projection, a run of the monitor, a message that came in.
 */
export async function asWork<T>(
  name: string,
  { attributes = {}, kind = 'INTERNAL', correlationId, caller }: NewWork,
  work: (span: OpenSpan) => Promise<T>,
): Promise<T> {
  const scope = { correlationId: correlationIdOf(correlationId, caller), caller };
  if (tracer === undefined) return inScope({ ...scope, span: undefined }, () => work(nowhere));
  const span = begin(tracer, name, { attributes, kind, parent: undefined, caller });
  return inScope({ ...scope, span }, () => finishing(span, work));
}

/**
 * Starts a span and makes it the one under which the work of this scope goes on, until it ends. For servers that tell
 * by callbacks when something begins and ends; without a scope, or without tracing, nothing happens.
 */
export function enterSpan(
  name: string,
  attributes: SpanAttributes,
  kind: WorkKind = 'INTERNAL',
): StartedSpan {
  const scope = currentScope();
  if (tracer === undefined || scope === undefined) return nowhere;
  const outer = scope.span;
  const span = begin(tracer, name, { attributes, kind, parent: outer, caller: scope.caller });
  scope.span = span;
  return {
    ...openSpan(span),
    rename: (better) => void span.updateName(better),
    end: () => {
      if (scope.span === span) scope.span = outer;
      span.end();
    },
  };
}

interface Beginning {
  readonly attributes: SpanAttributes;
  readonly kind: WorkKind;
  readonly parent: Span | undefined;
  readonly caller: Traceparent | undefined;
}

function begin(by: Tracer, name: string, { attributes, kind, parent, caller }: Beginning): Span {
  const options = { attributes: { ...attributes }, kind: SpanKind[kind] };
  if (parent !== undefined) return by.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, parent));
  return by.startSpan(name, options, caller === undefined ? ROOT_CONTEXT : below(caller));
}

const below = ({ traceId, spanId, isSampled }: Traceparent) =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });

const openSpan = (span: Span): OpenSpan => ({
  set: (attributes) => void span.setAttributes({ ...attributes }),
  fail: (errorType) => {
    span.setAttribute('error.type', errorType);
    // The message of an error may hold data; what it was about is in the log, under the same trace.
    span.setStatus({ code: SpanStatusCode.ERROR });
  },
});

async function finishing<T>(span: Span, work: (open: OpenSpan) => Promise<T>): Promise<T> {
  const open = openSpan(span);
  try {
    return await work(open);
  } catch (error) {
    const refusal = refusalCode(error);
    if (refusal === null) open.fail(kindOfError(error));
    else open.set({ 'error.type': refusal });
    throw error;
  } finally {
    span.end();
  }
}
