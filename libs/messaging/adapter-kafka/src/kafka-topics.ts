import { BusUnavailable, TopicDiffers, type TopicSpec } from '@intekenboek/messaging-application';
import { type Admin, ConfigResourceTypes, type Kafka } from 'kafkajs';

import { reasonOf } from './kafka-errors';
import { type KafkaOptions, timingsOf } from './kafka-options';
import { BATCH_ROOM_BYTES } from './message-batches';
import { within } from './within';

const DAY_MS = 86_400_000;
const FOR_EVER = '-1';

/** Everything that decides whether messages are kept, in the words of Kafka. */
export const settingsOf = (spec: TopicSpec): Readonly<Record<string, string>> => ({
  'cleanup.policy': 'delete',
  // Whatever a sender compresses with, readers get what every client can read.
  'compression.type': 'gzip',
  'max.message.bytes': String(spec.messageBytesMax + BATCH_ROOM_BYTES),
  'message.timestamp.type': 'LogAppendTime',
  'min.insync.replicas': String(spec.inSyncMin),
  'retention.bytes': FOR_EVER,
  'retention.ms': spec.retention === 'FOREVER' ? FOR_EVER : String(spec.retention.days * DAY_MS),
  'unclean.leader.election.enable': 'false',
});

/** Makes the topics that are not there, and holds those that are to their settings. */
export async function ensureTopics(
  kafka: Kafka,
  specs: readonly TopicSpec[],
  options: KafkaOptions,
): Promise<void> {
  const { timer, brokers } = options;
  const { connectMs, requestMs } = timingsOf(options);
  const admin = kafka.admin({ retry: { retries: 3, initialRetryTime: 200 } });
  const ensuring = async () => {
    await admin.connect();
    for (const spec of specs) await ensureTopic(admin, spec, requestMs);
  };
  try {
    await within(timer, requestMs * (1 + specs.length), ensuring());
  } catch (error) {
    if (error instanceof TopicDiffers) throw error;
    throw new BusUnavailable(
      `Kafka at ${brokers.join(', ')} cannot make or show the topics (${reasonOf(error)}). ` +
        'Does it run, and may this service create and describe topics?',
    );
  } finally {
    await within(timer, connectMs, admin.disconnect()).catch(() => undefined);
  }
}

async function ensureTopic(admin: Admin, spec: TopicSpec, requestMs: number): Promise<void> {
  const there = await admin.listTopics();
  if (!there.includes(spec.topic)) {
    const configEntries = Object.entries(settingsOf(spec)).map(([name, value]) => ({ name, value }));
    const topic = {
      topic: spec.topic,
      numPartitions: spec.partitions,
      replicationFactor: spec.replicas,
      configEntries,
    };
    await admin.createTopics({ topics: [topic], waitForLeaders: true, timeout: requestMs });
  }
  // Also of one that was made this moment: another service may have made it, with settings of its own.
  const differences = [...(await differentSettings(admin, spec)), ...(await differentPlaces(admin, spec))];
  if (differences.length > 0) throw new TopicDiffers(spec.topic, differences);
}

async function differentSettings(admin: Admin, spec: TopicSpec): Promise<readonly string[]> {
  const wanted = settingsOf(spec);
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: ConfigResourceTypes.TOPIC, name: spec.topic, configNames: Object.keys(wanted) }],
  });
  const entries = resources.flatMap(({ configEntries }) => configEntries);
  const found = new Map(entries.map(({ configName, configValue }) => [configName, configValue]));
  return differencesBetween(found, new Map(Object.entries(wanted)));
}

async function differentPlaces(admin: Admin, spec: TopicSpec): Promise<readonly string[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [spec.topic] });
  const partitions = topics.flatMap((topic) => topic.partitions);
  const found = [
    ['partitions', partitions.length],
    ['replicas', Math.min(...partitions.map(({ replicas }) => replicas.length))],
  ] as const;
  return differencesBetween(
    new Map(found),
    new Map([
      ['partitions', spec.partitions],
      ['replicas', spec.replicas],
    ]),
  );
}

const differencesBetween = (
  found: ReadonlyMap<string, string | number>,
  wanted: ReadonlyMap<string, string | number>,
): readonly string[] =>
  [...wanted]
    .filter(([name, value]) => found.get(name) !== value)
    .map(([name, value]) => `${name} is ${found.get(name) ?? 'unknown'} and must be ${value}`);
