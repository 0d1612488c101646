import type { Readiness, ReadinessCheck } from '@intekenboek/platform-nest';
import type { ReadModelEngine } from '@intekenboek/platform-sql';

/** Ready when every read model answers. */
export const readModelsReady = (engine: ReadModelEngine): ReadinessCheck => ({
  async check(): Promise<Readiness> {
    const notServing = engine.status().filter(({ serving }) => serving !== 'SERVING');
    const detail = notServing.map(({ name, serving }) => `${name}: ${serving}`).join(', ');
    return { name: 'read models', isReady: notServing.length === 0, detail: detail || null };
  },
});

/** Not ready while the demonstration is being loaded: answers would show half a nation. */
export class LoadingCheck implements ReadinessCheck {
  isDone = false;

  async check(): Promise<Readiness> {
    return { name: 'demonstration', isReady: this.isDone, detail: this.isDone ? null : 'loading' };
  }
}
