import {
  hurriedTimer,
  Inbox,
  logLines,
  message,
  messageBusContract,
  newTopic,
  numbered,
} from '@intekenboek/messaging-testing';

import { InMemoryBroker } from './in-memory.broker';
import { InMemoryMessageBus } from './in-memory.message-bus';

const broker = new InMemoryBroker();
const open = async () => new InMemoryMessageBus({ broker, timer: hurriedTimer, log: logLines().log });

messageBusContract('memory', {
  open,
  openAway: async () => {
    const away = new InMemoryBroker();
    away.goAway();
    return new InMemoryMessageBus({ broker: away, timer: hurriedTimer, log: logLines().log });
  },
});

describe('a bus in memory', () => {
  it('goes on when its broker comes back', async () => {
    const passing = new InMemoryBroker();
    const bus = new InMemoryMessageBus({ broker: passing, timer: hurriedTimer, log: logLines().log });
    const topic = await newTopic(bus);
    const inbox = new Inbox(bus, { group: 'group', topics: [topic] });
    passing.goAway();
    await expect(bus.publish([message(topic, 'k', 'lost')])).rejects.toMatchObject({
      name: 'BusUnavailable',
    });
    passing.comeBack();
    await bus.publish([message(topic, 'k', 'kept')]);
    await inbox.has(1);
    await bus.close();
    expect(inbox.values).toEqual(['kept']);
  });

  it('tells the operator of a message that was not handled, without what is in it', async () => {
    const { log, lines } = logLines();
    const bus = new InMemoryMessageBus({ broker, timer: hurriedTimer, log });
    const topic = await newTopic(bus);
    let isFirst = true;
    const handle = () => {
      if (!isFirst) return;
      isFirst = false;
      throw new Error('The store is away.');
    };
    const inbox = new Inbox(bus, { group: 'group', topics: [topic], handle });
    await bus.publish([message(topic, 'key of a person', 'secret')]);
    await inbox.has(1);
    await bus.close();
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'warn',
        facts: expect.objectContaining({ topic, offset: '0', failures: 1 }),
      }),
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|key of a person/);
  });

  it('forgets the oldest messages instead of filling the memory', async () => {
    const bus = new InMemoryMessageBus({ broker, timer: hurriedTimer, log: logLines().log });
    const topic = await newTopic(bus);
    await bus.publish(numbered(topic, 25_000));
    const inbox = new Inbox(bus, { group: 'group', topics: [topic] });
    await inbox.until(() => inbox.values.at(-1) === '24999');
    await bus.close();
    expect(inbox.handled[0]).toMatchObject({ value: '10000', offset: '10000' });
    expect(inbox.values).toHaveLength(15_000);
  });
});
