import { KafkaMessageBus } from '@intekenboek/messaging-adapter-kafka';
import type { MessageBus } from '@intekenboek/messaging-application';
import type { ServiceContext } from '@intekenboek/platform-telemetry';

import { topicsOf } from './messages';
import type { KafkaSettings } from './settings';
import { systemTimer } from './system-timer';

/** The way to Kafka, with the topics of the product in place. Waits while the brokers are away. */
export async function openBus(
  kafka: KafkaSettings,
  { log, reach }: Pick<ServiceContext, 'log' | 'reach'>,
): Promise<MessageBus> {
  const { brokers, ssl, sasl } = kafka;
  const options = { brokers, clientId: 'intekenboek', ssl, timer: systemTimer, log };
  const bus = new KafkaMessageBus(sasl === null ? options : { ...options, sasl });
  try {
    await reach('KAFKA_BROKERS', () => bus.ensureTopics(topicsOf(kafka)));
    return bus;
  } catch (error) {
    await bus.close();
    throw error;
  }
}
