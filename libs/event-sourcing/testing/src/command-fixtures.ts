import type {
  Actor,
  CalendarDate,
  CommandMeta,
  Instant,
  PartyId,
  PersonId,
} from '@intekenboek/event-sourcing-core';
import { uuidOf } from '@intekenboek/event-sourcing-core';

/** Somebody with every role, acting for a municipality; name what a rule is about. */
export const actorOf = (part: Partial<Actor> = {}): Actor => ({
  personId: 'person-1' as PersonId,
  partyId: uuidOf('party:municipality') as PartyId,
  partyKind: 'MUNICIPALITY',
  territory: 'GM0363',
  roles: ['DRAFTER', 'SIGNATORY', 'REPORTER', 'REVIEWER', 'ADMIN'],
  ...part,
});

/** What comes with a command that was sent on the morning of 21 November 2026, unless a rule is about the time. */
export const metaOf = (actor: Actor, part: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: uuidOf('command:1'),
  actor,
  at: '2026-11-21T09:00:00.000Z' as Instant,
  today: '2026-11-21' as CalendarDate,
  effectiveAt: part.at ?? ('2026-11-21T09:00:00.000Z' as Instant),
  ...part,
});
