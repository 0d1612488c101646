import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { ReadModelMetrics } from '../metrics/read-model.metrics';
import { asWork } from '../traces/with-span';

/** What is observed of a read model: its name, and that it is told pages of events. */
interface Projection {
  readonly name: string;
  project(tables: never, page: readonly RecordedEvent[]): Promise<void>;
}

/** The same read model; every page that it is told is measured, and is a piece of work of its own in log and traces. */
export function observedReadModel<R extends Projection>(readModel: R, metrics: ReadModelMetrics): R {
  const { name } = readModel;
  const project: Projection['project'] = (tables, page) => {
    const attributes = {
      'intekenboek.read_model': name,
      'intekenboek.events': page.length,
      'intekenboek.position': page.at(-1)?.position ?? '',
    };
    return asWork(`project ${name}`, { attributes }, async () => {
      const startedAt = performance.now();
      await readModel.project(tables, page);
      const seconds = (performance.now() - startedAt) / 1000;
      metrics.pageProjected({ readModel: name, events: page.length, seconds });
    });
  };
  return Object.assign(Object.create(readModel) as R, { project });
}
