import { Kafka, logLevel, type Producer } from 'kafkajs';

export interface TopicMessage {
  readonly key: string;
  readonly value: string;
}

const READ_WITHIN_MS = 60_000;

/** As the systems of others would: a plain client that knows nothing of this product. */
const client = (brokers: string): Kafka =>
  new Kafka({ clientId: 'fault-test', brokers: brokers.split(','), logLevel: logLevel.NOTHING });

/** Everything that is on a topic now, in the order of each key. */
export async function readTopic(brokers: string, topic: string): Promise<readonly TopicMessage[]> {
  const kafka = client(brokers);
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const missing = new Map(
    ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]),
  );
  if (missing.size === 0) return [];
  const messages: TopicMessage[] = [];
  const consumer = kafka.consumer({ groupId: `fault-test-${Date.now()}-${Math.random()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      const late = () => reject(new Error(`${topic} could not be read in time.`));
      const timer = setTimeout(late, READ_WITHIN_MS);
      const run = consumer.run({
        eachMessage: async ({ partition, message: { key, value, offset } }) => {
          messages.push({ key: String(key), value: String(value) });
          const end = missing.get(partition);
          if (end !== undefined && BigInt(offset) + 1n >= end) missing.delete(partition);
          if (missing.size > 0) return;
          clearTimeout(timer);
          resolve();
        },
      });
      run.catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return messages;
}

type SignedMessage = TopicMessage & { readonly authorization: string };

/** Puts messages on a topic one after another, each until the broker says that it has it. */
export async function sendUntilKept(
  brokers: string,
  topic: string,
  messages: AsyncIterable<SignedMessage>,
): Promise<void> {
  const producer = client(brokers).producer({ retry: { retries: 2 } });
  try {
    for await (const message of messages) await sendOne(producer, topic, message);
  } finally {
    await producer.disconnect();
  }
}

async function sendOne(producer: Producer, topic: string, message: SignedMessage): Promise<void> {
  const { key, value, authorization } = message;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await producer.connect();
      await producer.send({ topic, acks: -1, messages: [{ key, value, headers: { authorization } }] });
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
