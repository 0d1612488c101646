import { instant } from '@intekenboek/event-sourcing-core';

import type { IntegrationEvent } from '../integration-event';
import { INTEGRATION_EVENTS, integrationEvent } from '../integration-events.fixtures';
import { TOPIC_OF } from '../topics';
import { publishedEvents } from './published-events';

const effectiveAt = instant('2026-11-20T10:00:00Z');
const toldOf = (event: IntegrationEvent) => publishedEvents(event, effectiveAt);
const ofContext = (context: string) => INTEGRATION_EVENTS.filter(({ type }) => type.startsWith(context));

/** Every value in it that is no object or list. */
const leavesOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

describe('what everyone is told', () => {
  it.each(ofContext('parties.'))('of the register is all that contexts know: $type', (event) => {
    expect(toldOf(event)).toEqual([
      {
        type: `nl.intekenboek.${event.type}`,
        aboutId: expect.any(String),
        data: { ...event.data, effectiveAt },
      },
    ]);
  });

  it.each(ofContext('targets.'))('of targets is all that contexts know: $type', (event) => {
    expect(toldOf(event)).toEqual([
      {
        type: `nl.intekenboek.${event.type}`,
        aboutId: expect.any(String),
        data: { ...event.data, effectiveAt },
      },
    ]);
  });

  it.each([
    'agreements.agreement-drafted.v1',
    'agreements.signatory-left.v1',
    'agreements.commitment-recorded.v1',
    'agreements.commitment-removed.v1',
    'agreements.condition-recorded.v1',
    'agreements.condition-removed.v1',
  ] as const)('of a draft is nothing, though it may be public one day: %s', (type) => {
    expect(toldOf(integrationEvent(type))).toEqual([]);
  });

  it.each(ofContext('agreements.').filter(({ type }) => /in-force|progress/.test(type)))(
    'of an agreement in force is which one, and nothing besides ids: $type',
    (event) => {
      const [told, ...more] = toldOf(event);
      expect([told?.type, more]).toEqual([`nl.intekenboek.${event.type}`, []]);
      expect(told?.aboutId).toBe((event.data as { agreementId: string }).agreementId);
      const ids = Object.entries(event.data).filter(([name]) =>
        ['agreementId', 'commitmentId', 'reportId', 'correctsReportId'].includes(name),
      );
      expect(told?.data).toEqual(Object.fromEntries(ids));
    },
  );

  it.each(ofContext('escalations.'))('of a case is not even which one: $type', (event) => {
    const told = toldOf(event);
    expect(told).toEqual([{ type: 'nl.intekenboek.escalations.cases-changed.v1', aboutId: null, data: {} }]);
    expect(leavesOf(told).filter((leaf) => leavesOf(event.data).includes(leaf))).toEqual([]);
  });

  it('is of a type that has a topic', () => {
    const types = INTEGRATION_EVENTS.flatMap(toldOf).map(({ type }) => type);
    expect([...new Set(types)].sort()).toEqual(Object.keys(TOPIC_OF).sort());
  });
});

describe('what contexts come to know later', () => {
  it('is not told until somebody decides so', () => {
    for (const event of INTEGRATION_EVENTS) {
      const later: object = { ...event.data, later: 'not yet decided' };
      const told = toldOf({ type: event.type, data: later } as IntegrationEvent);
      expect(JSON.stringify(told)).not.toContain('not yet decided');
    }
  });
});
