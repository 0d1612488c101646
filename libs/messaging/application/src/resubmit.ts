import type { DeadLetter } from './dead-letter';
import type { MessageBus } from './message-bus.port';

/** What is in the letter cannot be put back. The message says why and what to do. */
export class NotResubmitted extends Error {
  override readonly name = 'NotResubmitted';
}

/**
 * Puts the original of a dead letter back on its topic, with a fresh authorization of the party that it speaks for.
 * Doing it twice has one effect, because a handler knows a message by its own id, which is in its value.
 * @throws NotResubmitted when the letter does not hold a text to put back.
 */
export async function resubmit(
  letter: DeadLetter,
  bus: Pick<MessageBus, 'publish'>,
  authorization: string,
): Promise<void> {
  const { origin, original } = letter.data;
  const { key, value, encoding, headers } = original;
  const place = `${origin.topic}, partition ${origin.partition}, offset ${origin.offset}`;
  if (encoding === 'OMITTED') {
    throw new NotResubmitted(`The letter does not hold the message. Read it from its topic: ${place}.`);
  }
  if (encoding === 'BASE64') {
    throw new NotResubmitted(`The message of ${place} is not text. Its sender has to send it again.`);
  }
  await bus.publish([
    {
      topic: origin.topic,
      key,
      value,
      headers: { ...headers, authorization, 'resubmission-of': letter.id },
    },
  ]);
}
