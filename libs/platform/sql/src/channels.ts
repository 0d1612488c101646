import { Listeners } from './listeners';

/** Those who listen in this process, by channel. */
export class Channels {
  private readonly listeners = new Map<string, Listeners>();

  get names(): readonly string[] {
    return [...this.listeners].filter(([, { size }]) => size > 0).map(([name]) => name);
  }

  listen(channel: string, wake: () => void): () => void {
    const listeners = this.listeners.get(channel) ?? new Listeners();
    this.listeners.set(channel, listeners);
    return listeners.add(wake);
  }

  wake(channel: string): void {
    this.listeners.get(channel)?.tell();
  }

  wakeAll(): void {
    for (const listeners of this.listeners.values()) listeners.tell();
  }
}
