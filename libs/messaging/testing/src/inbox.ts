import type {
  Consumption,
  MessageBus,
  ReceivedMessage,
  TopicPartition,
} from '@intekenboek/messaging-application';

const DEADLINE_MS = 25_000;

interface InboxOptions extends Pick<Consumption, 'group' | 'topics'> {
  /** What a message has to go through before it counts as handled. */
  readonly handle?: (message: ReceivedMessage) => Promise<void> | void;
  /** Shared by inboxes that wait for what happens to any of them. */
  readonly changed?: Set<() => void>;
}

/** A member of a group that remembers what it handled. */
export class Inbox {
  readonly handled: ReceivedMessage[] = [];
  assigned: readonly TopicPartition[] = [];
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private readonly changed: Set<() => void>;

  constructor(bus: MessageBus, { group, topics, handle, changed = new Set() }: InboxOptions) {
    this.changed = changed;
    const consumption: Consumption = {
      group,
      topics,
      handle: async (message) => {
        try {
          await handle?.(message);
          this.handled.push(message);
        } finally {
          this.tell();
        }
      },
      onAssigned: (partitions) => {
        this.assigned = partitions;
        this.tell();
      },
    };
    this.ended = bus.consume(consumption, this.stopping.signal);
    // Whoever waits for the end hears of a failure; until then it must not end the test run.
    this.ended.catch(() => this.tell());
  }

  get values(): readonly string[] {
    return this.handled.map(({ value }) => value);
  }

  /** Waits until so many messages were handled. */
  async has(count: number): Promise<void> {
    await this.until(() => this.handled.length >= count, `${count} messages`);
  }

  async until(isSo: () => boolean, what = 'what the test waits for'): Promise<void> {
    await waitUntil(isSo, {
      what: () =>
        `${what}; ${this.handled.length} messages were handled: ${this.values.slice(-5).join(', ')}`,
      changed: this.changed,
    });
  }

  async isReady(): Promise<void> {
    await this.until(() => this.assigned.length > 0, 'partitions');
  }

  /** Settles when the consumption has ended. */
  async end(): Promise<void> {
    await this.ended;
  }

  async stop(): Promise<void> {
    this.askToStop();
    await this.ended;
  }

  askToStop(): void {
    this.stopping.abort();
  }

  private tell(): void {
    for (const listener of [...this.changed]) listener();
  }
}

interface Waiting {
  readonly what: () => string;
  readonly changed: Set<() => void>;
}

/** Looks again at every change. Fails when it did not become so in time. */
async function waitUntil(isSo: () => boolean, { what, changed }: Waiting): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      clearTimeout(deadline);
      changed.delete(look);
    };
    const look = () => {
      if (!isSo()) return;
      end();
      resolve();
    };
    const deadline = setTimeout(() => {
      end();
      reject(new Error(`Not in ${DEADLINE_MS} ms: ${what()}.`));
    }, DEADLINE_MS);
    changed.add(look);
  });
}
