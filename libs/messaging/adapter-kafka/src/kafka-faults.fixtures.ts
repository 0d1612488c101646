import type { BusMessage, MessageBus } from '@intekenboek/messaging-application';
import { Inbox, newName } from '@intekenboek/messaging-testing';

const BATCH = 20;

/** Publishes batch after batch, each until it was acknowledged, and lets something happen at some of them. */
export async function publishAll(
  bus: MessageBus,
  messages: readonly BusMessage[],
  happenings: ReadonlyMap<number, () => Promise<void>>,
): Promise<{ readonly failures: number }> {
  let failures = 0;
  const happened: Promise<void>[] = [];
  for (let from = 0; from < messages.length; from += BATCH) {
    const happening = happenings.get(from / BATCH);
    if (happening !== undefined) happened.push(happening());
    failures += await publishUntilAcknowledged(bus, messages.slice(from, from + BATCH));
  }
  await Promise.all(happened);
  return { failures };
}

export async function publishUntilAcknowledged(
  bus: MessageBus,
  batch: readonly BusMessage[],
): Promise<number> {
  for (let failures = 0; ; failures += 1) {
    try {
      await bus.publish(batch);
      return failures;
    } catch (error) {
      expect(error).toMatchObject({ name: 'BusUnavailable' });
      if (failures > 100) throw error;
    }
  }
}

export async function everythingOn(
  bus: MessageBus,
  topic: string,
  wanted: ReadonlySet<string>,
): Promise<Inbox> {
  const inbox = new Inbox(bus, { group: newName('group'), topics: [topic] });
  await inbox.until(() => isAllIn(inbox, wanted), 'every message');
  await inbox.stop();
  return inbox;
}

export const isAllIn = ({ values }: Inbox, wanted: ReadonlySet<string>): boolean =>
  values.length >= wanted.size && new Set(values).size === wanted.size;

/** Each value at least once and, when repeats are passed over, in the order of its key. */
export function expectNothingLost(
  received: readonly Pick<BusMessage, 'key' | 'value'>[],
  sent: readonly Pick<BusMessage, 'key' | 'value'>[],
): void {
  for (const key of new Set(sent.map((one) => one.key))) {
    const ofKey = (messages: readonly Pick<BusMessage, 'key' | 'value'>[]) =>
      messages.filter((one) => one.key === key).map(({ value }) => value);
    expect([...new Set(ofKey(received))]).toEqual(ofKey(sent));
  }
}
