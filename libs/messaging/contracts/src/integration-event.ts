import type { FeedPosition, Instant, RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { AgreementIntegrationEvent } from './agreements.v1';
import type { EscalationIntegrationEvent } from './escalations.v1';
import type { PartyIntegrationEvent } from './parties.v1';
import type { TargetIntegrationEvent } from './targets.v1';

/** All that contexts may know of one another. Stored nowhere: made anew from domain events whenever the feed is read. */
export type IntegrationEvent =
  PartyIntegrationEvent | AgreementIntegrationEvent | TargetIntegrationEvent | EscalationIntegrationEvent;

/** An integration event with its place in the feed and its two times. */
export interface Delivered<E extends IntegrationEvent = IntegrationEvent> {
  readonly event: E;
  readonly position: FeedPosition;
  /** When it happened in the world. */
  readonly effectiveAt: Instant;
  /** When it was recorded. */
  readonly recordedAt: Instant;
}

/**
 * What a context publishes of one of its stored events: nothing, one or more. Pure and without memory, so that the
 * same feed gives the same messages. Each context exports one from its application layer.
 */
export interface IntegrationTranslator {
  /** Stored event types that it knows; others are not offered to it. */
  readonly eventTypes: readonly string[];
  readonly translate: (recorded: RecordedEvent) => readonly IntegrationEvent[];
}

/** One translator out of many: what a reader of several contexts is given. */
export function combined(translators: readonly IntegrationTranslator[]): IntegrationTranslator {
  const byType = new Map<string, IntegrationTranslator>();
  for (const translator of translators) {
    for (const type of translator.eventTypes) {
      if (byType.has(type)) throw new Error(`Two contexts publish ${type}.`);
      byType.set(type, translator);
    }
  }
  return {
    eventTypes: [...byType.keys()],
    translate: (recorded) => byType.get(recorded.type)?.translate(recorded) ?? [],
  };
}

/** The messages of a page of the feed, each with its place and times. */
export const delivered = (
  translator: IntegrationTranslator,
  page: readonly RecordedEvent[],
): readonly Delivered[] =>
  page.flatMap((recorded) =>
    translator.translate(recorded).map((event) => ({
      event,
      position: recorded.position,
      effectiveAt: recorded.effectiveAt,
      recordedAt: recorded.recordedAt,
    })),
  );
