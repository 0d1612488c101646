import { createMetrics, type Metrics } from './metrics';
import { scraped, valueOf } from './scraped.fixtures';
import { everythingHappens } from './happenings.fixtures';

describe('the metrics of a process', () => {
  let metrics: Metrics;
  beforeEach(() => {
    metrics = createMetrics({ service: 'relay', version: '1.2.3', ofProcess: false });
  });

  it('are text that Prometheus reads, in which every metric says what it is and of which type', async () => {
    everythingHappens(metrics);
    const families = [...(await scraped(createMetrics({ service: 'api', version: '1' }))).values()];
    families.push(...(await scraped(metrics)).values());
    expect(families.length).toBeGreaterThan(30);
    for (const { name, help, type } of families) {
      expect([name, help]).toEqual([name, expect.stringMatching(/\w.*\w/)]);
      expect([name, type]).toEqual([name, expect.stringMatching(/^(counter|gauge|histogram|summary)$/)]);
    }
  });

  it('have names with the product in front and the unit behind, and counters end in total', async () => {
    everythingHappens(metrics);
    for (const { name, help, type } of (await scraped(metrics)).values()) {
      expect(name).toMatch(/^intekenboek_[a-z_]+[a-z]$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
      expect(help).toMatch(/^[A-Z1].*\.$/);
    }
  });

  it('say of which service they are, and which version runs', async () => {
    const families = await scraped(metrics);
    expect(valueOf(families, 'intekenboek_build_info', { service: 'relay', version: '1.2.3' })).toBe(1);
    everythingHappens(metrics);
    for (const { series } of (await scraped(metrics)).values())
      for (const { labels } of series) expect(labels['service']).toBe('relay');
  });

  it('are apart from those of another process in the same test', async () => {
    const other = createMetrics({ service: 'api', version: '1', ofProcess: false });
    metrics.deadLettered('UNREADABLE');
    const name = 'intekenboek_dead_letters_total';
    expect(valueOf(await scraped(metrics), name, { reason: 'UNREADABLE' })).toBe(1);
    expect(valueOf(await scraped(other), name, { reason: 'UNREADABLE' })).toBeUndefined();
  });

  it('count what happened: events only when they were stored, refusals by command and code', async () => {
    metrics.appended({ outcome: 'stored', seconds: 0.004, events: 3, category: 'agreement' });
    metrics.appended({ outcome: 'conflict', seconds: 0.001, events: 2, category: 'agreement' });
    const command = { operation: 'SignAgreement', seconds: 0.01 };
    metrics.commandHandled({ ...command, result: 'accepted', code: null });
    metrics.commandHandled({ ...command, result: 'refused', code: 'TEXT_VERSION_OUTDATED' });
    metrics.commandHandled({ ...command, result: 'failed', code: 'EventStoreUnavailable' });
    const families = await scraped(metrics);
    const value = (name: string, labels: Record<string, string>) =>
      valueOf(families, `intekenboek_${name}`, labels);
    expect(value('events_appended_total', { category: 'agreement' })).toBe(3);
    expect(value('append_seconds_count', { outcome: 'conflict' })).toBe(1);
    expect(value('append_seconds_bucket', { outcome: 'stored', le: '0.0025' })).toBe(0);
    expect(value('append_seconds_bucket', { outcome: 'stored', le: '0.005' })).toBe(1);
    expect(value('commands_refused_total', {})).toBe(1);
    const refused = { operation: 'SignAgreement', code: 'TEXT_VERSION_OUTDATED' };
    expect(value('commands_refused_total', refused)).toBe(1);
    expect(value('command_seconds_count', { result: 'failed' })).toBe(1);
  });

  it('begin at nothing where an alert must see the first time', async () => {
    const families = await scraped(metrics);
    const value = (name: string, labels: Record<string, string>) =>
      valueOf(families, `intekenboek_${name}`, labels);
    expect(value('append_seconds_count', { outcome: 'unavailable' })).toBe(0);
    expect(value('command_seconds_count', { result: 'failed' })).toBe(0);
    expect(value('graphql_seconds_count', { kind: 'query', outcome: 'failed' })).toBe(0);
    expect(value('messages_received_total', { outcome: 'dead_lettered' })).toBe(0);
  });

  it('tell of the last run of the monitor, and add up what runs did', async () => {
    const run = { outcome: 'done', seconds: 1 } as const;
    metrics.monitorRan({ ...run, verdicts: { LAGGING: 2, ON_TRACK: 5 }, cases: { RaiseCase: 2 } });
    metrics.monitorRan({ ...run, verdicts: { ON_TRACK: 7 }, cases: { RaiseCase: 1 } });
    metrics.monitorRan({ ...run, outcome: 'failed', verdicts: {}, cases: { RaiseCase: 9 } });
    const families = await scraped(metrics);
    expect(valueOf(families, 'intekenboek_monitor_verdicts', { state: 'LAGGING' })).toBeUndefined();
    expect(valueOf(families, 'intekenboek_monitor_verdicts', { state: 'ON_TRACK' })).toBe(7);
    expect(valueOf(families, 'intekenboek_monitor_cases_total', { act: 'RaiseCase' })).toBe(3);
    expect(valueOf(families, 'intekenboek_monitor_run_seconds_count', { outcome: 'failed' })).toBe(1);
    const at = valueOf(families, 'intekenboek_monitor_last_run_timestamp_seconds') ?? 0;
    expect(Math.abs(at - Date.now() / 1000)).toBeLessThan(60);
  });

  it('say whether this process does the work of a lease', async () => {
    const held = async () =>
      valueOf(await scraped(metrics), 'intekenboek_lease_held', { lease: 'projector' });
    metrics.leaseHeld('projector', true);
    expect(await held()).toBe(1);
    metrics.leaseHeld('projector', false);
    expect(await held()).toBe(0);
  });
});
