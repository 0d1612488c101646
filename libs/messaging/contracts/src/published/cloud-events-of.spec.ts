import { instant, uuidOf } from '@intekenboek/event-sourcing-core';
import { assert, constantFrom, integer, property } from 'fast-check';

import type { IntegrationEvent } from '../integration-event';
import {
  INTEGRATION_EVENTS,
  integrationEvent,
  recordedAt,
  translatorTo,
} from '../integration-events.fixtures';
import { TOPIC_PLANS } from '../topics';
import {
  busMessageOf,
  CLOUD_EVENT_BYTES_MAX,
  CLOUD_EVENT_CONTENT_TYPE,
  cloudEventsOf,
  type Publisher,
  sourceOf,
} from './cloud-events-of';

const OIN = '00000099000000000000';
const publisher: Publisher = {
  source: sourceOf(OIN),
  api: 'https://register.example/graphql',
  schemas: 'https://register.example/schemas/',
};
const told = (...events: readonly IntegrationEvent[]) =>
  cloudEventsOf(recordedAt(7), translatorTo(...events), publisher);
const everything = told(...INTEGRATION_EVENTS);

describe('a message of the NL GOV profile for CloudEvents', () => {
  it('says what, who, when it was recorded, and where more can be asked', () => {
    const event = integrationEvent('parties.party-registered.v1', { name: 'Purmerend' });
    const [message] = told(event);
    const type = 'nl.intekenboek.parties.party-registered.v1';
    expect(message?.event).toEqual({
      specversion: '1.0',
      id: message?.id,
      source: `urn:nld:oin:${OIN}:systeem:intekenboek`,
      type,
      time: '2026-11-21T09:00:00.000Z',
      sequence: expect.stringMatching(/^\d{4}-.*Z\/0000000000000007$/) as string,
      subject: message?.key,
      datacontenttype: 'application/json',
      dataschema: `https://register.example/schemas/${type}.json`,
      dataref: 'https://register.example/graphql',
      data: { ...event.data, effectiveAt: '2026-11-20T10:00:00.000Z' },
    });
  });

  it.each(everything.map(({ event }) => [event.type, event] as const))(
    'has attributes that every protocol can carry: %s',
    (_, event) => {
      for (const [name, value] of Object.entries(event)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        if (name !== 'data') expect(value).toMatch(/^[\x20-\x7e]+$/);
      }
    },
  );

  it.each(everything.map(({ event }) => event.type))(
    'has a type in reverse domain notation with one version: %s',
    (type) => {
      expect(type).toMatch(/^nl(\.[a-z]+(-[a-z]+)*)+\.v\d+$/);
      expect(type.match(/\bv\d+\b/g)).toHaveLength(1);
    },
  );

  it('names its schema where no address is configured, and tells no API', () => {
    const [message] = cloudEventsOf(
      recordedAt(7),
      translatorTo(integrationEvent('agreements.agreement-in-force.v1')),
      { ...publisher, api: null, schemas: null },
    );
    expect(message?.event.dataschema).toBe(
      'urn:intekenboek:schema:nl.intekenboek.agreements.agreement-in-force.v1',
    );
    expect(message?.event).not.toHaveProperty('dataref');
  });

  it('holds nobody: neither who acted nor for which party', () => {
    const { personId, partyId, commandId } = recordedAt(7).metadata;
    const text = JSON.stringify(told(integrationEvent('agreements.progress-reported.v1')));
    for (const withheld of [personId, partyId, commandId]) expect(text).not.toContain(withheld);
  });

  it('goes as text with its content type', () => {
    const [message] = told(integrationEvent('parties.party-merged.v1'));
    expect(message && busMessageOf(message)).toEqual({
      topic: 'intekenboek.parties.v1',
      key: message?.event.subject,
      value: JSON.stringify(message?.event),
      headers: { 'content-type': CLOUD_EVENT_CONTENT_TYPE },
    });
  });

  it.each(['', '9'.repeat(19), '9'.repeat(21), '0000009900000000000x'])(
    'has no source without an OIN of twenty digits: "%s"',
    (oin) => {
      expect(() => sourceOf(oin)).toThrow(/twenty digits/);
    },
  );
});

describe('the id of a message', () => {
  it('is the same whenever the same event is told again, wherever it then stands', () => {
    const merged = integrationEvent('parties.party-merged.v1');
    const again = cloudEventsOf(
      recordedAt(99, { eventId: recordedAt(7).eventId, recordedAt: instant('2027-01-01T00:00:00Z') }),
      translatorTo(merged),
      publisher,
    );
    expect(again.map(({ id }) => id)).toEqual(told(merged).map(({ id }) => id));
  });

  it('is another one for every message', () => {
    const pages = [1, 2, 3].flatMap((place) =>
      cloudEventsOf(recordedAt(place), translatorTo(...INTEGRATION_EVENTS), publisher),
    );
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });

  it('cannot be made from what a case is about, by which anyone could find out that there is one', () => {
    const raised = integrationEvent('escalations.escalation-raised.v1');
    const ofAnotherCase = cloudEventsOf(
      recordedAt(7, { eventId: uuidOf('event of another case') }),
      translatorTo(raised),
      publisher,
    );
    expect(ofAnotherCase).toEqual(told(raised));
  });
});

describe('the order of messages', () => {
  it('is that of the feed, as text', () => {
    const places = [1, 9, 10, 11, 99, 100_000];
    const sequences = places.map(
      (place) =>
        cloudEventsOf(
          recordedAt(place),
          translatorTo(integrationEvent('parties.party-merged.v1')),
          publisher,
        )[0]?.event.sequence ?? '',
    );
    expect([...sequences].sort()).toEqual(sequences);
  });

  it('goes on when the log was moved to a store whose positions are smaller as text', () => {
    const translator = translatorTo(integrationEvent('parties.party-merged.v1'));
    const before = { ...recordedAt(9), recordedAt: instant('2026-11-20T09:00:00Z') };
    const moved = { ...recordedAt(1), recordedAt: instant('2026-11-21T09:00:00Z') };
    const [first, second] = [before, moved].map((one) => cloudEventsOf(one, translator, publisher)[0]);
    expect((first?.event.sequence ?? '') < (second?.event.sequence ?? '')).toBe(true);
  });

  it('is kept for what one agreement is about: its messages have one key on one topic', () => {
    const ofAgreements = everything.filter(({ topic }) => topic === 'intekenboek.agreements.v1');
    expect(ofAgreements).toHaveLength(5);
    expect(new Set(ofAgreements.map(({ key }) => key)).size).toBe(1);
  });
});

describe('a message that would be too large', () => {
  const registered = (name: string) =>
    told(integrationEvent('parties.party-registered.v1', { name }))[0]?.event;

  it('goes without its data, and says where to ask', () => {
    const event = registered('x'.repeat(CLOUD_EVENT_BYTES_MAX));
    expect(event).toMatchObject({ dataref: publisher.api, subject: expect.any(String) });
    expect(event).not.toHaveProperty('data');
    expect(event).not.toHaveProperty('dataschema');
  });

  it('is never sent larger, and its texts are never cut', () => {
    const letters = constantFrom('a', '"', 'é', '€', '🏠');
    const lengths = integer({ min: 0, max: CLOUD_EVENT_BYTES_MAX });
    assert(
      property(letters, lengths, (letter, length) => {
        const name = letter.repeat(length);
        const event = registered(name);
        expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(CLOUD_EVENT_BYTES_MAX);
        if (event?.data !== undefined) expect(event.data).toHaveProperty('name', name);
        // Half of what fits is room enough for the rest of the message.
        if (Buffer.byteLength(JSON.stringify(name)) < CLOUD_EVENT_BYTES_MAX / 2)
          expect(event).toHaveProperty('data');
      }),
    );
  });

  it('fits its topic with all that goes with it', () => {
    const largest = Math.max(
      ...everything.map((message) => {
        const { key, headers } = busMessageOf(message);
        return Buffer.byteLength(key + JSON.stringify(headers));
      }),
    );
    for (const { topic, messageBytesMax } of TOPIC_PLANS) {
      expect([topic, messageBytesMax >= CLOUD_EVENT_BYTES_MAX + largest]).toEqual([topic, true]);
    }
  });
});
