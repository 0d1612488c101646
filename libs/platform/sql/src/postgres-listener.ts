import { Client } from 'pg';

import type { Channels } from './channels';
import type { Log } from './database';
import { kindOf } from './database-errors';
import { pause } from './pause';
import { connectionConfig, PATIENCE_MS } from './postgres-pool';

const RETRY_MS = { first: 100, most: 5_000 };
const BEAT_MS = 30_000;
/** So long a dead connection may take to say goodbye. */
const GOODBYE_MS = 1_000;
const NEVER = new AbortController().signal;

/** One connection that hears what is announced, made anew whenever it breaks. */
export class PostgresListener {
  private readonly closing = new AbortController();
  private connected: Client | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly url: string,
    private readonly channels: Channels,
    private readonly log: Log,
  ) {}

  /** Connects when somebody listens for the first time. */
  listen(channel: string, wake: () => void): () => void {
    const leave = this.channels.listen(channel, wake);
    // A connection that cannot do this breaks, and the next one listens to all channels.
    if (this.connected !== null) void hear(this.connected, [channel]).then(wake, () => undefined);
    this.running ??= this.run();
    return leave;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    let failures = 0;
    while (!signal.aborted) {
      const hasHeard = () => {
        if (failures > 0) this.log({ level: 'info', message: 'News from PostgreSQL is heard again.' });
        failures = 0;
      };
      const why = await this.session(hasHeard);
      if (signal.aborted) return;
      if (failures++ === 0) {
        const message = 'News from PostgreSQL is not heard; until it is, everything takes a moment longer.';
        this.log({ level: 'warn', message, facts: { error: kindOf(why) } });
      }
      await pause(Math.min(RETRY_MS.most, RETRY_MS.first * 2 ** failures), signal);
    }
  }

  /** Settles when the connection is lost, with the reason. */
  private async session(onConnected: () => void): Promise<unknown> {
    // Several may begin to listen at once, none of which need wait for the others.
    const client = new Client({ ...connectionConfig(this.url), query_timeout: PATIENCE_MS, pipeline: true });
    const lost = lossOf(client, this.closing.signal);
    let beating: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      client.on('notification', ({ channel }) => this.channels.wake(channel));
      this.connected = client;
      await hear(client, this.channels.names);
      onConnected();
      // Whatever was announced meanwhile was missed.
      this.channels.wakeAll();
      // Nobody tells of a connection that died in silence: it has to be asked.
      const dead = new Promise<unknown>((resolve) => {
        beating = setInterval(() => void client.query('select 1').catch(resolve), BEAT_MS);
      });
      return await Promise.race([lost, dead]);
    } catch (error) {
      return error;
    } finally {
      clearInterval(beating);
      this.connected = null;
      await Promise.race([client.end().catch(() => undefined), pause(GOODBYE_MS, NEVER)]);
    }
  }
}

const lossOf = (client: Client, closing: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    closing.addEventListener('abort', resolve);
    client.on('error', resolve);
    client.on('end', () => {
      closing.removeEventListener('abort', resolve);
      resolve(new Error('The connection was closed.'));
    });
  });

async function hear(client: Client, channels: readonly string[]): Promise<void> {
  for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
}
