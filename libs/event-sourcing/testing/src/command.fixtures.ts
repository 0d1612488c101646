import {
  type Actor,
  type CalendarDate,
  calendarDate,
  type Clock,
  type CommandMeta,
  type Instant,
  instant,
  type PartyId,
  type PersonId,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

/** The same name gives the same party or person in every spec. */
export const partyNamed = (name: string): PartyId => uuidOf(`party:${name}`) as PartyId;
export const personNamed = (name: string): PersonId => uuidOf(`person:${name}`) as PersonId;

export const someone = (overrides: Partial<Actor> = {}): Actor => ({
  personId: personNamed('someone'),
  partyId: partyNamed('some corporation'),
  partyKind: 'CORPORATION',
  territory: null,
  roles: ['DRAFTER', 'SIGNATORY', 'REPORTER', 'REVIEWER', 'ADMIN'],
  ...overrides,
});

/** What comes with a command: a new id, sent by `someone` at nine in the morning of `today`. */
export function commandMeta(overrides: Partial<CommandMeta> = {}): CommandMeta {
  const today = overrides.today ?? calendarDate('2026-02-02');
  const at = overrides.at ?? instant(`${today}T09:00:00+01:00`);
  return { commandId: randomUUID(), actor: someone(), effectiveAt: at, ...overrides, at, today };
}

/** A clock that stands still until it is set. Its day is that of UTC, which is near enough at noon. */
export class StoppedClock implements Clock {
  constructor(private moment: Instant = instant('2026-02-02T12:00:00Z')) {}

  now(): Instant {
    return this.moment;
  }

  today(): CalendarDate {
    return calendarDate(this.moment.slice(0, 10));
  }

  set(moment: string): void {
    this.moment = instant(moment);
  }
}
