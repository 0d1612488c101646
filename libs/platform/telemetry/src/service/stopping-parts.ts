import type { Log } from '../log/log';
import { reasonOf } from './start-errors';

interface Part {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** What is to be stopped, the part that came last first, because it may stand on those before it. */
export class StoppingParts {
  private readonly parts: Part[] = [];
  private current: string | null = null;
  private hasFailed = false;

  constructor(private readonly log: Log) {}

  add(name: string, stop: () => Promise<void>): void {
    this.parts.push({ name, stop });
  }

  /** True when everything stopped, without an error, within `ms`. Whatever did not is named in the log. */
  async stopWithin(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    const isDone = await Promise.race([this.stopAll().then(() => true), late]);
    clearTimeout(timer);
    if (!isDone) this.tellLate(ms);
    return isDone && !this.hasFailed;
  }

  private async stopAll(): Promise<void> {
    for (let part = this.parts.pop(); part !== undefined; part = this.parts.pop()) {
      this.current = part.name;
      try {
        await part.stop();
      } catch (error) {
        this.hasFailed = true;
        const message = `${part.name}: stoppen is mislukt | could not be stopped.`;
        this.log({ level: 'error', message, facts: { error: reasonOf(error) } });
      }
    }
    this.current = null;
  }

  private tellLate(ms: number): void {
    const waiting = this.parts.map(({ name }) => name).reverse();
    const message = `${this.current}: niet gestopt binnen ${ms / 1000} s | did not stop within ${ms / 1000} s.`;
    this.log({ level: 'error', message, facts: { part: this.current, notBegun: waiting.join(', ') } });
  }
}
