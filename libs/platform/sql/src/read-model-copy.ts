import type { FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';

import { PageSize } from './page-size';
import type { ReadModel } from './read-model';

/** A read model of any tables, as the engine holds it. */
export type AnyReadModel = ReadModel<unknown>;

export type CopyRole = 'SERVING' | 'BUILDING';

/** The schema of a copy. A finished building copy takes over the name that queries know, so that they never see it change. */
export const schemaOf = ({ name }: AnyReadModel, role: CopyRole): string =>
  role === 'SERVING' ? name : `${name}_next`;

/** What is known of a copy when this process begins with it. */
export interface FoundCopy {
  /** Made with the tables: other tables under the same name have another one. */
  readonly id: string;
  readonly role: CopyRole;
  readonly position: FeedPosition;
}

/** One set of tables of a read model, as it follows the feed. */
export class ReadModelCopy {
  readonly id: string;
  position: FeedPosition;
  isFailed = false;
  /** True when there was nothing more to read behind its position. */
  isAtEnd = false;
  /** Of how many events that it wanted its tables tell, and how many of them since they were last tidied. */
  eventsApplied = 0;
  eventsSinceTidy = 0;
  readonly pageSize = new PageSize();
  private currentRole: CopyRole;
  private hasChanged = false;
  private readonly wantedTypes: ReadonlySet<string>;

  constructor(
    readonly readModel: AnyReadModel,
    { id, role, position }: FoundCopy,
  ) {
    this.id = id;
    this.currentRole = role;
    this.position = position;
    this.wantedTypes = new Set(readModel.eventTypes);
  }

  get role(): CopyRole {
    return this.currentRole;
  }

  get schema(): string {
    return schemaOf(this.readModel, this.role);
  }

  wanted(page: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return page.filter(({ type }) => this.wantedTypes.has(type));
  }

  reach(position: FeedPosition, applied: number): void {
    this.position = position;
    this.hasChanged ||= applied > 0;
    this.eventsApplied += applied;
    this.eventsSinceTidy += applied;
  }

  /** Whether rows may have changed since this was last asked. */
  takeChange(): boolean {
    const { hasChanged } = this;
    this.hasChanged = false;
    return hasChanged;
  }

  becomeServing(): void {
    this.currentRole = 'SERVING';
    this.eventsSinceTidy = 0;
  }
}
