import { randomUUID } from 'node:crypto';

import { type DeadLetter, DEAD_LETTER_TYPE, type MessageBus } from '@intekenboek/messaging-application';
import { TOPICS } from '@intekenboek/messaging-contracts';

/** Nothing new for so long: everything was read. */
const QUIET_MS = 3_000;

/** Everything that is on the topic of dead letters, in the order in which it was put there. */
export async function readDeadLetters(
  bus: Pick<MessageBus, 'consume'>,
  stop: AbortSignal,
  quietMs = QUIET_MS,
): Promise<readonly DeadLetter[]> {
  const letters: DeadLetter[] = [];
  const quiet = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => quiet.abort(), quietMs);
  };
  const handle = async ({ value }: { readonly value: string }) => {
    wait();
    const letter = letterIn(value);
    if (letter !== null) letters.push(letter);
  };
  // A group of its own reads from the start and takes nothing away from anybody.
  const group = `intekenboek-operator-${randomUUID()}`;
  const consumption = { group, topics: [TOPICS.deadLetters], handle, onAssigned: wait };
  try {
    await bus.consume(consumption, AbortSignal.any([stop, quiet.signal]));
  } finally {
    clearTimeout(timer);
  }
  return letters.sort((a, b) => (a.time < b.time ? -1 : 1));
}

/** Null for what somebody else put on the topic. */
function letterIn(text: string): DeadLetter | null {
  try {
    const value = JSON.parse(text) as Partial<DeadLetter> | null;
    return value?.type === DEAD_LETTER_TYPE ? (value as DeadLetter) : null;
  } catch {
    return null;
  }
}
