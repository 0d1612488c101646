import { DomainError } from '@intekenboek/event-sourcing-core';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

import { currentScope, inScope } from '../scope/work-scope';
import { currentTraceparent, traceFields } from './current-trace';
import { inWork } from './in-work';
import { asWork, enterSpan, useTracer, withSpan } from './with-span';

class Refused extends DomainError<'TOO_LATE'> {}

const CALLER = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: true };

describe('work', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  beforeEach(() => {
    exporter.reset();
    useTracer(provider.getTracer('test'));
  });
  afterEach(() => useTracer(undefined));
  afterAll(() => provider.shutdown());

  const spans = () => exporter.getFinishedSpans();
  const span = (name: string) => spans().find((one) => one.name === name);
  const parentOf = (name: string) => span(name)?.parentSpanContext?.spanId;
  const idOf = (name: string) => span(name)?.spanContext().spanId;

  describe('under a span', () => {
    it('gives what it gives, and its span ends with it', async () => {
      const value = await withSpan('append', { 'intekenboek.events': 3 }, async (open) => {
        expect(spans()).toEqual([]);
        open.set({ 'intekenboek.outcome': 'stored' });
        return 42;
      });
      expect(value).toBe(42);
      const attributes = { 'intekenboek.events': 3, 'intekenboek.outcome': 'stored' };
      expect(span('append')?.attributes).toEqual(attributes);
    });

    it('hangs below the work around it, also when that goes on in several ways at once', async () => {
      const part = (name: string) => () => withSpan(name, {}, async () => undefined);
      await withSpan('outer', {}, async () => {
        const both = [withSpan('left', {}, part('below left')), withSpan('right', {}, part('below right'))];
        await Promise.all(both);
      });
      expect(parentOf('outer')).toBeUndefined();
      expect([parentOf('left'), parentOf('right')]).toEqual([idOf('outer'), idOf('outer')]);
      expect([parentOf('below left'), parentOf('below right')]).toEqual([idOf('left'), idOf('right')]);
      expect(new Set(spans().map((one) => one.spanContext().traceId)).size).toBe(1);
    });

    it('that fails tells the kind of error and never its message, and throws it on', async () => {
      const failure = new RangeError('Anna de Wit has no such role.');
      await expect(withSpan('append', {}, () => Promise.reject(failure))).rejects.toBe(failure);
      const { attributes, status, events } = span('append')!;
      expect([attributes['error.type'], status, events]).toEqual(['RangeError', { code: 2 }, []]);
    });

    it('that is refused by a rule is no error, and tells the code', async () => {
      const refused = withSpan('handle SignAgreement', {}, () => Promise.reject(new Refused('TOO_LATE')));
      await expect(refused).rejects.toThrow(Refused);
      const { attributes, status } = span('handle SignAgreement')!;
      expect([attributes['error.type'], status.code]).toEqual(['TOO_LATE', 0]);
    });
  });

  describe('as a piece of its own', () => {
    it('has a correlation id and a trace of its own, also when other work began it', async () => {
      const seen: (string | undefined)[] = [];
      const see = async () => void seen.push(currentScope()?.correlationId);
      await withSpan('outer', {}, async () => {
        await asWork('run', {}, see);
        await asWork('run', {}, see);
      });
      expect(new Set(seen).size).toBe(2);
      for (const id of seen) expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(new Set(spans().map((one) => one.spanContext().traceId)).size).toBe(3);
    });

    it('goes on in the trace of its caller, and under its correlation id', async () => {
      const fields = await asWork('receive', { caller: CALLER, kind: 'CONSUMER' }, async () => ({
        ...traceFields(),
        correlationId: currentScope()?.correlationId,
      }));
      expect(fields).toEqual({
        traceId: CALLER.traceId,
        spanId: idOf('receive'),
        correlationId: CALLER.traceId,
      });
      expect([span('receive')?.kind, parentOf('receive')]).toEqual([4, CALLER.spanId]);
    });

    it('does not believe a correlation id that is no plain word', async () => {
      const id = await asWork(
        'receive',
        { correlationId: 'x"y\n' },
        async () => currentScope()?.correlationId,
      );
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  it('is part of the work around it, or a piece of its own where there is none', async () => {
    await inWork('publish', {}, async () => undefined);
    await asWork('run', {}, () => inWork('publish within', { kind: 'PRODUCER' }, async () => undefined));
    expect(parentOf('publish')).toBeUndefined();
    expect([parentOf('publish within'), span('publish within')?.kind]).toEqual([idOf('run'), 3]);
  });

  it('of a server hangs below the span that was entered, until that ends', async () => {
    await asWork('request', {}, async () => {
      const entered = enterSpan('graphql', {});
      await withSpan('handle', {}, async () => undefined);
      entered.rename('mutation Sign');
      entered.end();
      await withSpan('after', {}, async () => undefined);
    });
    expect(parentOf('handle')).toBe(idOf('mutation Sign'));
    expect([parentOf('mutation Sign'), parentOf('after')]).toEqual([idOf('request'), idOf('request')]);
  });

  it('tells those whom it asks where it stands, in the form of the W3C', async () => {
    const header = await withSpan('ask', {}, async () => currentTraceparent());
    const { traceId, spanId } = span('ask')!.spanContext();
    expect(header).toBe(`00-${traceId}-${spanId}-01`);
    expect(currentTraceparent()).toBeUndefined();
  });

  describe('without tracing', () => {
    beforeEach(() => useTracer(undefined));

    it('is only done', async () => {
      const value = await withSpan('append', {}, async (open) => {
        open.set({ 'intekenboek.events': 1 });
        open.fail('Error');
        return currentScope();
      });
      expect([value, spans()]).toEqual([undefined, []]);
      expect(() => enterSpan('graphql', {}).end()).not.toThrow();
    });

    it('still has its correlation id, and hands the trace of its caller on', async () => {
      const seen = await asWork('receive', { caller: CALLER }, async () => ({
        scope: currentScope(),
        header: currentTraceparent(),
      }));
      expect(seen.scope).toMatchObject({ correlationId: CALLER.traceId, span: undefined });
      expect(seen.header).toBe(`00-${CALLER.traceId}-${CALLER.spanId}-01`);
    });

    it('keeps the scope of the work around it', async () => {
      const scope = { correlationId: 'correlation-1', caller: undefined, span: undefined };
      await inScope(scope, () => withSpan('append', {}, async () => expect(currentScope()).toBe(scope)));
    });
  });
});
