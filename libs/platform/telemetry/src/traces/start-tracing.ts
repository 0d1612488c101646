import { randomUUID } from 'node:crypto';

import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';

import type { Log } from '../log/log';
import { useTracer } from './with-span';

export interface TracingOptions {
  readonly service: string;
  readonly version: string;
  /** OTEL_EXPORTER_OTLP_ENDPOINT: the address of a collector that takes OTLP over HTTP. Undefined: no traces. */
  readonly endpoint: string | undefined;
  readonly log: Log;
}

export interface Tracing {
  /** Sends what is still kept, for a few seconds at most. */
  stop(): Promise<void>;
}

const TELL_EVERY_MS = 60_000;
const SEND_WITHIN_MS = 5_000;

/** Sends spans to a collector from now on. One per process; nothing of it is told to libraries of others. */
export function startTracing({ service, version, endpoint, log }: TracingOptions): Tracing {
  if (!endpoint) return { stop: async () => undefined };
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = tellingOfFailure(new OTLPTraceExporter({ url, timeoutMillis: SEND_WITHIN_MS }), log);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'intekenboek',
      'service.name': service,
      'service.version': version,
      'service.instance.id': randomUUID(),
    }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: SEND_WITHIN_MS })],
  });
  useTracer(provider.getTracer('intekenboek'));
  return {
    async stop() {
      useTracer(undefined);
      // A collector that is away must not make a service that stops look as if it failed.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

/** Spans that could not be sent are lost: the operator hears of it, but not every five seconds. */
function tellingOfFailure(exporter: SpanExporter, log: Log): SpanExporter {
  let toldAt = -TELL_EVERY_MS;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error !== undefined && performance.now() - toldAt >= TELL_EVERY_MS) {
          toldAt = performance.now();
          const message = 'Traces cannot be sent at the moment: see OTEL_EXPORTER_OTLP_ENDPOINT.';
          log({ level: 'warn', message, facts: { spans: spans.length, error: result.error.name } });
        }
        done(result);
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
