import type { KafkaMessage } from 'kafkajs';

import { receivedMessage } from './received-message';

const place = { topic: 't', partition: 3 };

const kafkaMessage = (overrides: Partial<KafkaMessage>): KafkaMessage =>
  ({
    key: Buffer.from('k'),
    value: Buffer.from('v'),
    timestamp: '1795308837712',
    offset: '9007199254740993',
    ...overrides,
  }) as KafkaMessage;

describe('a message of Kafka', () => {
  it('has its place, its moment and an offset of any size', () => {
    expect(receivedMessage(place, kafkaMessage({}))).toEqual({
      topic: 't',
      partition: 3,
      offset: '9007199254740993',
      receivedAt: '2026-11-22T00:53:57.712Z',
      key: 'k',
      value: 'v',
      headers: {},
    });
  });

  it('has an empty key and value when it has none', () => {
    expect(receivedMessage(place, kafkaMessage({ key: null, value: null }))).toMatchObject({
      key: '',
      value: '',
    });
  });

  it.each([
    ['not UTF-8', [0x7b, 0xff, 0x7d]],
    ['cut off in the middle of a letter', [0x7b, 0xc3]],
    ['half a surrogate', [0xed, 0xa0, 0x80]],
  ])('keeps its bytes when they are no text: %s', (_, bytes) => {
    const { value, valueBase64 } = receivedMessage(place, kafkaMessage({ value: Buffer.from(bytes) }));
    expect(valueBase64).toBe(Buffer.from(bytes).toString('base64'));
    expect(value).toContain('\uFFFD');
  });

  it('keeps a mark of byte order, which is part of its bytes', () => {
    const value = Buffer.from('\uFEFF{}');
    const received = receivedMessage(place, kafkaMessage({ value }));
    expect(received).toMatchObject({ value: '\uFEFF{}' });
    expect(received.valueBase64).toBeUndefined();
  });

  it('has the last of a header that is there more than once', () => {
    const headers = { one: Buffer.from('1'), two: [Buffer.from('a'), 'b'], none: undefined };
    expect(receivedMessage(place, kafkaMessage({ headers })).headers).toEqual({
      one: '1',
      two: 'b',
      none: '',
    });
  });
});
