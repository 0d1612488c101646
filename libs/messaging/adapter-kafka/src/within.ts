import type { Timer } from '@intekenboek/messaging-application';

export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** What `promise` gives, or TookTooLong: kafkajs has calls that never settle. What comes later is ignored. */
export async function within<T>(timer: Timer, milliseconds: number, promise: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = timer.wait(milliseconds, settled.signal).then((): never => {
    throw new TookTooLong(`No answer in ${milliseconds} ms.`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    settled.abort();
  }
}
