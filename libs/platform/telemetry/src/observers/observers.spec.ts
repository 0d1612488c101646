import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import { createMetrics, type Metrics } from '../metrics/metrics';
import { scraped, valueOf } from '../metrics/scraped.fixtures';
import { currentScope } from '../scope/work-scope';
import { currentTraceparent } from '../traces/current-trace';
import { countInbound, observedHandler, observedPublish } from './observed-messages';
import { observedReadModel } from './observed-read-model';
import { observedRun } from './observed-run';

const failing = () => Promise.reject(new Error('The broker is away.'));

describe('what is observed of the work beside requests', () => {
  let metrics: Metrics = createMetrics({ service: 'relay', version: '1', ofProcess: false });
  beforeEach(() => {
    metrics = createMetrics({ service: 'relay', version: '1', ofProcess: false });
  });
  const told = async (name: string, labels: Record<string, string> = {}) =>
    valueOf(await scraped(metrics), `intekenboek_${name}`, labels);

  describe('a page of a read model', () => {
    const page = [{ position: '0007' }, { position: '0008' }] as unknown as readonly RecordedEvent[];

    it('is a piece of work of its own, counted with its events', async () => {
      const ids: (string | undefined)[] = [];
      const readModel = {
        name: 'agreements',
        version: 4,
        project: async (_: unknown, events: readonly RecordedEvent[]) => {
          ids.push(currentScope()?.correlationId);
          expect(events).toBe(page);
        },
      };
      const observed = observedReadModel(readModel, metrics);
      await observed.project(undefined, page);
      await observed.project(undefined, page);
      expect([observed.name, observed.version, new Set(ids).size]).toEqual(['agreements', 4, 2]);
      const read_model = 'agreements';
      expect(await told('events_projected_total', { read_model })).toBe(4);
      expect(await told('projection_seconds_count', { read_model })).toBe(2);
    });

    it('that fails is not counted as written', async () => {
      const project = (_: unknown, __: readonly RecordedEvent[]) => failing();
      const observed = observedReadModel({ name: 'agreements', project }, metrics);
      await expect(observed.project(undefined, page)).rejects.toThrow('away');
      expect(await told('projection_seconds_count', { read_model: 'agreements' })).toBeUndefined();
    });
  });

  describe('a batch of messages', () => {
    const batch = [{ topic: 'agreements' }, { topic: 'agreements' }, { topic: 'parties' }];

    it('is counted by topic once the broker has acknowledged it', async () => {
      await observedPublish(async (messages) => expect(messages).toBe(batch), metrics)(batch);
      expect(await told('messages_published_total', { topic: 'agreements' })).toBe(2);
      expect(await told('messages_published_total', { topic: 'parties' })).toBe(1);
      expect(await told('publish_seconds_count', { topic: 'parties' })).toBe(1);
    });

    it('that was not acknowledged is a failure and no message', async () => {
      await expect(observedPublish(failing, metrics)(batch)).rejects.toThrow('away');
      expect(await told('publish_failures_total', { topic: 'agreements' })).toBe(1);
      expect(await told('messages_published_total', { topic: 'agreements' })).toBeUndefined();
    });
  });

  describe('a message that comes in', () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

    it('is handled in the trace of its sender', async () => {
      const handler = observedHandler({
        topic: 'progress',
        handle: async (_: { topic: string; headers: Record<string, string> }) => ({
          kind: currentTraceparent() ?? 'none',
        }),
      });
      const message = { topic: 'progress', headers: { traceparent } };
      expect(await handler.handle(message)).toEqual({ kind: traceparent });
      expect(await handler.handle({ ...message, headers: {} })).toEqual({ kind: 'none' });
      expect(handler.topic).toBe('progress');
    });

    it('is counted by what became of it, a dead letter by its first reason', async () => {
      const count = countInbound(metrics);
      count({ kind: 'ACCEPTED', codes: [] });
      count({ kind: 'DEAD_LETTERED', codes: ['SCHEMA_VIOLATED', 'AMOUNT_NEGATIVE'] });
      count({ kind: 'DEAD_LETTERED', codes: [] });
      expect(await told('messages_received_total', { outcome: 'accepted' })).toBe(1);
      expect(await told('messages_received_total', { outcome: 'dead_lettered' })).toBe(2);
      expect(await told('dead_letters_total', { reason: 'SCHEMA_VIOLATED' })).toBe(1);
      expect(await told('dead_letters_total', { reason: 'UNKNOWN' })).toBe(1);
      expect(await told('dead_letters_total', { reason: 'AMOUNT_NEGATIVE' })).toBeUndefined();
    });
  });

  describe('a run of the monitor', () => {
    it('tells of its verdicts by state and what it did with cases', async () => {
      const id = await observedRun(metrics, async (tally) => {
        tally.verdicts(['LAGGING', 'ON_TRACK', 'LAGGING']);
        tally.cases({ RaiseCase: 1, PassTerm: 0 });
        return currentScope()?.correlationId;
      });
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(await told('monitor_verdicts', { state: 'LAGGING' })).toBe(2);
      expect(await told('monitor_cases_total', { act: 'RaiseCase' })).toBe(1);
      expect(await told('monitor_run_seconds_count', { outcome: 'done' })).toBe(1);
    });

    it('that fails is counted as that, and throws its error on', async () => {
      await expect(observedRun(metrics, failing)).rejects.toThrow('away');
      expect(await told('monitor_run_seconds_count', { outcome: 'failed' })).toBe(1);
      expect(await told('monitor_last_run_timestamp_seconds')).toBe(0);
    });
  });
});
