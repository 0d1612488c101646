import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { StoppedClock } from '@intekenboek/event-sourcing-testing';
import {
  type BusMessage,
  BusUnavailable,
  consumeInbound,
  type DeadLetter,
  type InboundHandler,
  type InboundOptions,
  type InboundOutcome,
  type InboundReport,
  type MessageBus,
  type ReceivedMessage,
  resubmit,
} from '@intekenboek/messaging-application';
import { InMemoryBroker, InMemoryMessageBus } from '@intekenboek/messaging-adapter-memory';
import { hurriedTimer, Inbox, keysNamed, logLines, message, newTopic } from '@intekenboek/messaging-testing';

const GROUP = 'reports';
const SOURCE = 'urn:nld:oin:00000099000000000000:systeem:intekenboek';
const ACCEPTED: InboundOutcome = { kind: 'ACCEPTED' };
const REFUSED: InboundOutcome = {
  kind: 'REFUSED',
  problems: [
    { code: 'AMOUNT_NEGATIVE', field: '/data/amount', message: { nl: 'Negatief.', en: 'Negative.' } },
  ],
};

type Handle = InboundHandler['handle'];

interface Given extends Pick<InboundOptions, 'isPassing'> {
  /** Puts something between the consumer and its bus. */
  readonly wrap?: (bus: MessageBus) => Partial<MessageBus>;
  readonly letterBytesMax?: number;
}

/** A bus in memory with a topic for reports and one for dead letters, and a consumer of the first. */
async function given(handle: Handle, { wrap, letterBytesMax = 65_536, isPassing }: Given = {}) {
  const { log, lines } = logLines();
  const bus = new InMemoryMessageBus({ broker: new InMemoryBroker(), timer: hurriedTimer, log });
  const topic = await newTopic(bus, { partitions: 2 });
  const deadLetterTopic = await newTopic(bus, { messageBytesMax: letterBytesMax });
  const stop = new AbortController();
  const reports: InboundReport[] = [];
  const letters = new Inbox(bus, { group: 'operators', topics: [deadLetterTopic] });
  const told = new Set<() => void>();
  const consuming = consumeInbound(
    {
      bus: {
        publish: (messages) => bus.publish(messages),
        consume: (consumption, signal) => bus.consume(consumption, signal),
        ensureTopics: (specs) => bus.ensureTopics(specs),
        close: () => bus.close(),
        ...wrap?.(bus),
      },
      group: GROUP,
      handlers: [{ topic, handle }],
      deadLetterTopic,
      source: SOURCE,
      clock: new StoppedClock(),
      log,
      onOutcome: (report) => {
        reports.push(report);
        for (const tell of [...told]) tell();
      },
      ...(isPassing && { isPassing }),
    },
    stop.signal,
  );
  /** Waits until so many messages were done with. */
  const done = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (reports.filter(({ kind }) => kind !== 'RETRIED').length >= count) resolve();
      };
      told.add(look);
      look();
    });
  const end = async () => {
    stop.abort();
    await consuming;
    await bus.close();
  };
  const letterAt = (index: number) => JSON.parse(letters.values[index] ?? 'null') as DeadLetter;
  return { bus, topic, deadLetterTopic, reports, letters, lines, letterAt, done, end };
}

const report = (topic: string, id: string, key = 'k'): BusMessage =>
  message(topic, key, JSON.stringify({ id }));

describe('taking messages in', () => {
  it('gives every message to the handler of its topic and tells what became of it', async () => {
    const outcomes: InboundOutcome[] = [ACCEPTED, { kind: 'REPEATED' }];
    const seen: ReceivedMessage[] = [];
    const { bus, topic, reports, done, end } = await given(async (one) => {
      seen.push(one);
      return outcomes.shift() ?? ACCEPTED;
    });
    await bus.publish([report(topic, '1'), report(topic, '1')]);
    await done(2);
    await end();
    expect(seen.map(({ value }) => value)).toEqual(['{"id":"1"}', '{"id":"1"}']);
    expect(reports.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['ACCEPTED', []],
      ['REPEATED', []],
    ]);
    expect(reports[0]).toMatchObject({ topic, offset: '0' });
  });

  it('wants one handler for each topic', async () => {
    const { bus, topic, end } = await given(async () => ACCEPTED);
    const handlers = [1, 2].map(() => ({ topic, handle: async () => ACCEPTED }));
    expect(() => consumeInbound({ bus, handlers } as never, new AbortController().signal)).toThrow(
      'same topic',
    );
    await end();
  });
});

describe('a message that is refused', () => {
  it('goes to the dead letters with the reason, its origin, itself and what to do; the next one is handled', async () => {
    const { bus, topic, reports, letters, letterAt, done, end } = await given(async ({ value }) =>
      value.includes('bad') ? REFUSED : ACCEPTED,
    );
    const value = JSON.stringify({ id: 'bad', text: 'Één “tekst”\n' }, null, 2);
    await bus.publish([
      { topic, key: 'kéy', value, headers: { traceparent: '00-1' } },
      report(topic, 'good', 'kéy'),
    ]);
    await done(2);
    await letters.has(1);
    await end();
    const { receivedAt } = letterAt(0).data.origin;
    expect(letterAt(0)).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: SOURCE,
      type: 'nl.intekenboek.dead-letter.v1',
      time: '2026-02-02T12:00:00.000Z',
      datacontenttype: 'application/json',
      data: {
        reason: 'REFUSED',
        problems: REFUSED.kind === 'REFUSED' && REFUSED.problems,
        origin: { topic, partition: expect.any(Number), offset: '0', receivedAt, group: GROUP },
        original: { key: 'kéy', encoding: 'UTF-8', value, headers: { traceparent: '00-1' } },
        resubmit: { nl: expect.stringContaining('beheerder'), en: expect.stringContaining('operator') },
      },
    });
    expect(letters.handled[0]).toMatchObject({
      key: 'kéy',
      headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
    });
    expect(reports.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['DEAD_LETTERED', ['AMOUNT_NEGATIVE']],
      ['ACCEPTED', []],
    ]);
  });

  it('loses every header that proves who somebody is', async () => {
    const { bus, topic, letters, letterAt, end } = await given(async () => REFUSED);
    const secrets = {
      Authorization: 'Bearer x',
      cookie: 'x',
      'x-api-key': 'x',
      'id-token': 'x',
      'Client-Secret': 'x',
    };
    await bus.publish([{ ...report(topic, '1'), headers: { ...secrets, tracestate: 'kept' } }]);
    await letters.has(1);
    await end();
    expect(letterAt(0).data.original.headers).toEqual({ tracestate: 'kept' });
    expect(letters.values[0]).not.toContain('Bearer');
  });

  it('is not in the log, only where it is', async () => {
    const { bus, topic, letters, lines, end } = await given(async () => REFUSED);
    await bus.publish([
      { ...report(topic, 'secret', 'key of a person'), headers: { authorization: 'secret' } },
    ]);
    await letters.has(1);
    await end();
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        facts: {
          topic,
          partition: expect.any(Number),
          offset: '0',
          reason: 'REFUSED',
          codes: 'AMOUNT_NEGATIVE',
        },
      }),
    );
    expect(JSON.stringify(lines)).not.toMatch(/secret|key of a person/);
  });

  it('comes again until its letter was taken, and has one letter by its id however often that is sent', async () => {
    const fates = ['away', 'sent and away', 'works'];
    const wrap = (bus: MessageBus) => ({
      publish: async (messages: readonly BusMessage[]) => {
        const fate = fates.shift();
        if (fate !== 'away') await bus.publish(messages);
        if (fate !== 'works') throw new BusUnavailable('away');
      },
    });
    const { bus, topic, reports, letters, letterAt, done, end } = await given(async () => REFUSED, { wrap });
    await bus.publish([report(topic, '1')]);
    await done(1);
    await letters.has(2);
    await end();
    expect(reports.map(({ kind }) => kind)).toEqual(['RETRIED', 'RETRIED', 'DEAD_LETTERED']);
    expect(letterAt(0)).toEqual(letterAt(1));
  });

  it('is told of without its text when that makes the letter too large', async () => {
    const { bus, topic, letters, letterAt, done, end } = await given(async () => REFUSED, {
      letterBytesMax: 3_000,
    });
    await bus.publish([message(topic, 'k', JSON.stringify('"'.repeat(2_000))), report(topic, 'next')]);
    await done(2);
    await letters.has(2);
    await end();
    expect(letterAt(0).data).toMatchObject({
      origin: { offset: '0' },
      original: { key: 'k', encoding: 'OMITTED', value: '', headers: {} },
    });
    expect(letterAt(1).data.original.encoding).toBe('UTF-8');
  });
});

describe('a message that cannot be read', () => {
  it.each(['', 'no JSON', '{"half":', '\uFEFF{}'])(
    'goes to the dead letters, unseen by the handler: %j',
    async (value) => {
      const seen: string[] = [];
      const handle: Handle = async (one) => {
        seen.push(one.value);
        return ACCEPTED;
      };
      const { bus, topic, letters, letterAt, done, end } = await given(handle);
      await bus.publish([message(topic, 'k', value), report(topic, 'next')]);
      await done(2);
      await letters.has(1);
      await end();
      expect(letterAt(0).data).toMatchObject({
        reason: 'UNREADABLE',
        problems: [{ code: 'MESSAGE_UNREADABLE' }],
        original: { encoding: 'UTF-8', value },
      });
      expect(seen).toEqual(['{"id":"next"}']);
    },
  );

  it('is kept in base64 when it is no text', async () => {
    const valueBase64 = Buffer.from([0xff, 0x00, 0x7b, 0x7d]).toString('base64');
    const wrap = (bus: MessageBus): Partial<MessageBus> => ({
      consume: ({ handle, ...consumption }, signal) =>
        bus.consume({ ...consumption, handle: (one) => handle({ ...one, valueBase64 }) }, signal),
    });
    const { bus, topic, letters, letterAt, end } = await given(async () => ACCEPTED, { wrap });
    await bus.publish([message(topic, 'k', '{}')]);
    await letters.has(1);
    await end();
    expect(letterAt(0).data).toMatchObject({
      reason: 'UNREADABLE',
      original: { encoding: 'BASE64', value: valueBase64 },
    });
  });
});

describe('trouble that passes', () => {
  const brokenPipe = new Error('broken pipe');

  it.each([
    ['the event store', new EventStoreUnavailable('away'), {}],
    ['the bus', new BusUnavailable('away'), {}],
    ['what the service knows of', brokenPipe, { isPassing: (error: unknown) => error === brokenPipe }],
  ])('holds a message up, and never makes a dead letter of it: %s', async (_, trouble, options) => {
    let attempts = 0;
    const handle: Handle = async () => {
      attempts += 1;
      if (attempts <= 30) throw trouble;
      return ACCEPTED;
    };
    const { bus, topic, reports, letters, done, end } = await given(handle, options);
    await bus.publish([report(topic, '1')]);
    await done(1);
    await end();
    expect(reports.map(({ kind }) => kind)).toEqual([...Array<string>(30).fill('RETRIED'), 'ACCEPTED']);
    expect(letters.handled).toEqual([]);
  });

  it('holds up what comes after it under the same key, and nobody else', async () => {
    let isAway = true;
    const handle: Handle = async ({ value }) => {
      if (isAway && value.includes('held')) throw new EventStoreUnavailable('away');
      return ACCEPTED;
    };
    const { bus, topic, reports, done, end } = await given(handle);
    const others = keysNamed(10).map((key) => report(topic, 'other', key));
    await bus.publish([report(topic, 'held', 'key-0'), ...others]);
    // Of ten keys at least one is in the other partition.
    await done(1);
    isAway = false;
    await done(11);
    await end();
    const done1 = reports.filter(({ kind }) => kind === 'ACCEPTED');
    const held = reports.find(({ kind }) => kind === 'RETRIED');
    expect(done1[0]?.partition).not.toBe(held?.partition);
  });
});

describe('a handler that fails', () => {
  it('gets a message eight times; then it goes to the dead letters and the next one is handled', async () => {
    const handle: Handle = async ({ value }) => {
      if (value.includes('poison')) throw new TypeError('Cannot read the diary of Jan.');
      return ACCEPTED;
    };
    const { bus, topic, reports, letters, letterAt, done, end } = await given(handle);
    await bus.publish([report(topic, 'poison'), report(topic, 'next')]);
    await done(2);
    await letters.has(1);
    await end();
    expect(reports.map(({ kind }) => kind)).toEqual([
      ...Array<string>(7).fill('RETRIED'),
      'DEAD_LETTERED',
      'ACCEPTED',
    ]);
    expect(letterAt(0).data).toMatchObject({ reason: 'FAILED', problems: [{ code: 'MESSAGE_NOT_HANDLED' }] });
    expect(letters.values[0]).not.toContain('Jan');
  });

  it('begins to count anew with every message', async () => {
    const failures = new Map<string, number>();
    const handle: Handle = async ({ value }) => {
      failures.set(value, (failures.get(value) ?? 0) + 1);
      if ((failures.get(value) ?? 0) < 7) throw new Error('not yet');
      return ACCEPTED;
    };
    const { bus, topic, letters, reports, done, end } = await given(handle);
    await bus.publish([report(topic, '1'), report(topic, '2'), report(topic, '3')]);
    await done(3);
    await end();
    expect(reports.filter(({ kind }) => kind === 'ACCEPTED')).toHaveLength(3);
    expect(letters.handled).toEqual([]);
  });
});

describe('resubmitting a dead letter', () => {
  it('puts the original back in the name of who does it; twice has one effect', async () => {
    let isInForce = false;
    const accepted = new Set<string>();
    const headers: ReceivedMessage['headers'][] = [];
    const handle: Handle = async (one) => {
      headers.push(one.headers);
      if (!isInForce) return REFUSED;
      if (accepted.has(one.value)) return { kind: 'REPEATED' };
      accepted.add(one.value);
      return ACCEPTED;
    };
    const { bus, topic, letters, letterAt, reports, done, end } = await given(handle);
    await bus.publish([
      { ...report(topic, '1', 'kéy'), headers: { authorization: 'Bearer old', tracestate: 'a' } },
    ]);
    await letters.has(1);
    isInForce = true;
    await resubmit(letterAt(0), bus, 'Bearer new');
    await resubmit(letterAt(0), bus, 'Bearer new');
    await done(3);
    await end();
    expect(reports.map(({ kind }) => kind)).toEqual(['DEAD_LETTERED', 'ACCEPTED', 'REPEATED']);
    const fresh = { authorization: 'Bearer new', tracestate: 'a', 'resubmission-of': letterAt(0).id };
    expect(headers.slice(1)).toEqual([fresh, fresh]);
    expect(letters.handled).toHaveLength(1);
  });

  it.each(['OMITTED', 'BASE64'] as const)(
    'is not done when the letter holds no text: %s',
    async (encoding) => {
      const { bus, topic, letters, letterAt, end } = await given(async () => REFUSED);
      await bus.publish([report(topic, '1')]);
      await letters.has(1);
      const letter = letterAt(0);
      const original = { ...letter.data.original, encoding };
      const resubmitted = resubmit({ ...letter, data: { ...letter.data, original } }, bus, 'Bearer new');
      await expect(resubmitted).rejects.toMatchObject({
        name: 'NotResubmitted',
        message: expect.stringContaining(topic),
      });
      await end();
    },
  );
});
