import type { Moment, Uuid } from './values';

/**
 * The envelope of every message, a CloudEvent 1.0 as the NL GOV profile for CloudEvents 1.1 wants it, in structured JSON
 * (omslag). Nothing in it but `subject` and `data` says what a message is about.
 */
export interface CloudEventV1 {
  /** The version of CloudEvents (versie van CloudEvents). */
  readonly specversion: '1.0';
  /** The same event always has the same id, also when it is sent again: leave out what you have (kenmerk). */
  readonly id: Uuid;
  /**
   * Who runs the register and which system sends, `urn:nld:oin:<OIN>:systeem:intekenboek` (bron).
   * @pattern ^urn:nld:oin:\d{20}:systeem:intekenboek$
   */
  readonly source: string;
  /**
   * What happened, with the version of its data at the end (soort).
   * @pattern ^nl\.intekenboek\.[a-z-]+\.[a-z-]+\.v\d+$
   */
  readonly type: string;
  /** When the register recorded it. When it happened in the world is `effectiveAt` in the data, where that is public (logtijd). */
  readonly time: Moment;
  /**
   * When it was recorded, and its place in the log: a later event has a greater text. Not without gaps (volgorde).
   * @minLength 1
   */
  readonly sequence: string;
  /** The party, target or agreement, by which messages are kept in order; absent where not even that is told (onderwerp). */
  readonly subject?: Uuid;
  /** The form of the data (inhoudstype). */
  readonly datacontenttype?: 'application/json';
  /**
   * The name, or where it is configured the address, of the JSON Schema of the data (schema van de inhoud).
   * @format uri
   */
  readonly dataschema?: string;
  /**
   * Address of the GraphQL API, which tells each reader what that reader may know (API voor meer).
   * @format uri
   */
  readonly dataref?: string;
  /** What happened, in the form of the type. Absent when it would make the message larger than 64 KB: ask the API (inhoud). */
  readonly data?: object;
}
