import { describeWithServer } from '@intekenboek/event-sourcing-testing';
import { logLines, messageBusContract, systemTimer } from '@intekenboek/messaging-testing';

import { KafkaMessageBus } from './kafka.message-bus';

// Nobody listens on port 1 of this machine.
const NOBODY = '127.0.0.1:1';

describeWithServer('KAFKA_BROKERS', 'Kafka', (address) => {
  const connectTo = async (brokers: string) =>
    new KafkaMessageBus({
      brokers: brokers.split(','),
      clientId: 'contract',
      timer: systemTimer,
      log: logLines().log,
      timings: { heartbeatMs: 300, sessionMs: 6_000 },
    });
  messageBusContract('Kafka', { open: () => connectTo(address), openAway: () => connectTo(NOBODY) });
});
