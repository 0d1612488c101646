import { agreementCommandHandler } from '@intekenboek/agreements-application';
import { inboundValidator } from '@intekenboek/messaging-adapter-ajv';
import { consumeInbound, type MessageBus, relay, type TopicSpec } from '@intekenboek/messaging-application';
import {
  busMessageOf,
  cloudEventsOf,
  type Publisher,
  sourceOf,
  TOPIC_PLANS,
  TOPICS,
} from '@intekenboek/messaging-contracts';
import { partyRegister } from '@intekenboek/parties-application';
import { sqlCheckpointStore } from '@intekenboek/platform-sql';
import {
  countInbound,
  observedCommands,
  observedHandler,
  observedPublish,
} from '@intekenboek/platform-telemetry';

import type { BackgroundTask } from './background';
import type { Ground } from './ground';
import type { Identity } from './identity';
import { leased } from './leased';
import { isPassingTrouble, progressReportHandler } from './progress-report.handler';
import { productIntegration } from './read-models';
import type { KafkaSettings, Settings } from './settings';
import { systemTimer } from './system-timer';

/** Of the checkpoint, and of the group that shares the work of what comes in: never change them. */
const RELAY = 'relay';
const INBOUND_GROUP = 'intekenboek-inbound';

/** The topics of the product on a cluster that keeps each message on so many brokers. */
export const topicsOf = ({ replicas }: Pick<KafkaSettings, 'replicas'>): readonly TopicSpec[] =>
  TOPIC_PLANS.map((plan) => ({ ...plan, replicas, inSyncMin: Math.max(1, replicas - 1) }));

/** Publishes what happens, as the only process of the installation that does so. */
export async function publishing(
  ground: Ground,
  bus: MessageBus,
  { oin, publicAddress }: Pick<Settings, 'oin' | 'publicAddress'>,
): Promise<BackgroundTask> {
  const { eventStore, database, log, metrics } = ground;
  const checkpoints = sqlCheckpointStore(database, await eventStore.logId());
  const publisher: Publisher = {
    source: sourceOf(oin),
    api: publicAddress && `${publicAddress}/graphql`,
    schemas: null,
  };
  const followers = async () => [{ name: RELAY, position: (await checkpoints.read(RELAY)).position }];
  metrics.watchFeed({ ...ground, followers });
  return leased(ground, RELAY, (signal) =>
    relay(
      {
        name: RELAY,
        eventStore,
        checkpoints,
        bus: { publish: observedPublish((messages) => bus.publish(messages), metrics) },
        messagesOf: (recorded) => cloudEventsOf(recorded, productIntegration, publisher).map(busMessageOf),
        timer: systemTimer,
        log,
      },
      signal,
    ),
  );
}

/** Turns what systems of others report into commands; every process that does so takes a part of the partitions. */
export function takingIn(
  ground: Ground,
  bus: MessageBus,
  { identity, oin }: { readonly identity: Identity; readonly oin: string },
): BackgroundTask {
  const { eventStore, clock, log, metrics, observer } = ground;
  const commands = agreementCommandHandler(eventStore, partyRegister(eventStore));
  const handler = progressReportHandler({
    verifier: identity.verifier,
    commands: {
      reportProgress: observedCommands(commands.reportProgress, observer, 'message'),
      correctProgress: observedCommands(commands.correctProgress, observer, 'message'),
    },
    validator: inboundValidator(),
    clock,
  });
  return {
    name: 'inbound',
    run: (signal) =>
      consumeInbound(
        {
          bus,
          group: INBOUND_GROUP,
          handlers: [observedHandler(handler)],
          deadLetterTopic: TOPICS.deadLetters,
          source: sourceOf(oin),
          clock,
          log,
          isPassing: isPassingTrouble,
          onOutcome: countInbound(metrics),
        },
        signal,
      ),
  };
}
