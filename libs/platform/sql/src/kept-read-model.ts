import { ReadModelUnavailable } from './read-model';
import type { AnyReadModel, ReadModelCopy } from './read-model-copy';
import type { ProjectionFailure, ReadModelStatus } from './read-model-engine.types';
import type { FoundCopies } from './read-model-recovery';
import type { RebuildMeter } from './rebuild-meter';
import type { ServedReadModel } from './served-read-model';

/** A new copy on its way to take the place of the serving one. */
export class Rebuild {
  constructor(
    readonly copy: ReadModelCopy,
    readonly meter: RebuildMeter,
    private readonly watchers: ((error?: Error) => void)[] = [],
  ) {}

  /** The same rebuild, with what was found of its copy when it was looked for again. */
  resumedWith(copy: ReadModelCopy): Rebuild {
    return new Rebuild(copy, this.meter, this.watchers);
  }

  /** @throws the error that the rebuild ended with. */
  done(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.watchers.push((error) => (error === undefined ? resolve() : reject(error))),
    );
  }

  end(error?: Error): void {
    for (const watcher of this.watchers) watcher(error);
  }
}

/** One read model in the engine: its copies, what queries see of it, and how it fares. */
export class KeptReadModel {
  serving: ReadModelCopy | null = null;
  rebuild: Rebuild | null = null;
  failure: ProjectionFailure | null = null;
  /** To which `failure` happened. */
  failedCopy: ReadModelCopy | null = null;
  /** Of the building copy that is stored, also when it failed. */
  buildingId: string | null = null;

  constructor(
    readonly readModel: AnyReadModel,
    readonly served: ServedReadModel,
  ) {}

  /** Goes on with what was found; a rebuild that was under way has ended, unless its copy was found as well. */
  take({ serving, frozenAt, building }: FoundCopies): void {
    this.serving = serving;
    this.failure = null;
    this.failedCopy = null;
    this.buildingId = building?.copy.id ?? null;
    const reached = serving?.position ?? frozenAt;
    if (reached === null) this.served.withdraw();
    else this.served.reach(reached, true);
    if (this.rebuild !== null && this.rebuild.copy.id !== this.buildingId) this.endElsewhere(this.rebuild);
  }

  /** The copies that the feed goes into. */
  fed(): readonly ReadModelCopy[] {
    const copies = [this.serving, this.rebuild?.copy];
    return copies.flatMap((copy) => (copy && !copy.isFailed ? [copy] : []));
  }

  /** True when the new copy knows all that the serving one knows, and all that there was to read. */
  isRebuilt(): boolean {
    const { rebuild, serving } = this;
    if (rebuild === null || rebuild.copy.isFailed) return false;
    const { position, isAtEnd } = rebuild.copy;
    if (serving === null || serving.isFailed) return isAtEnd;
    return position === serving.position || (isAtEnd && position > serving.position);
  }

  /** True when nothing of the log up to `head` is missing, or never will be there. */
  isSettledAt(head: string): boolean {
    if (this.rebuild !== null) return false;
    return this.serving === null || this.serving.isFailed || this.serving.position >= head;
  }

  /** Another process has let the new copy serve, or has let it go. */
  private endElsewhere(rebuild: Rebuild): void {
    const hasServed = rebuild.copy.id === this.serving?.id;
    rebuild.end(hasServed ? undefined : new ReadModelUnavailable(this.readModel.name, 'FAILED'));
    this.rebuild = null;
  }

  status(): ReadModelStatus {
    return {
      name: this.readModel.name,
      version: this.readModel.version,
      serving: this.served.serving,
      position: this.served.position(),
      isRebuilding: this.rebuild !== null,
      failure: this.failure,
    };
  }
}
