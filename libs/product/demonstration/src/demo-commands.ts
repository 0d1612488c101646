import {
  type Actor,
  type CalendarDate,
  type CommandMeta,
  type Instant,
  instant,
  type PartyId,
  type PartyKind,
  type Role,
} from '@intekenboek/event-sourcing-core';

import { demoId, demoPersonId } from './demo-ids';

const ALL_ROLES: readonly Role[] = ['DRAFTER', 'SIGNATORY', 'REPORTER', 'REVIEWER', 'ADMIN'];

/** Somebody of a party, as the loader acts for it. */
export const demoActor = (
  partyId: PartyId,
  partyKind: PartyKind,
  territory: string | null = null,
): Actor => ({
  personId: demoPersonId(`loader:${partyId}`),
  partyId,
  partyKind,
  territory,
  roles: ALL_ROLES,
});

/** Noon on a day in the past, or now when that is earlier. */
export const noonOf = (day: CalendarDate, now: Instant): Instant => {
  const noon = instant(`${day}T12:00:00.000Z`);
  return noon < now ? noon : now;
};

export interface Today {
  readonly now: Instant;
  readonly today: CalendarDate;
}

/** What comes with a command of the loader: `name` makes its id, so that loading again has no second effect. */
export const demoMeta = (
  name: string,
  actor: Actor,
  effectiveOn: CalendarDate,
  { now, today }: Today,
): CommandMeta => ({
  commandId: demoId(`command:${name}`),
  actor,
  at: now,
  today,
  effectiveAt: noonOf(effectiveOn, now),
});

/** Runs a task for every item, at most `width` at once: appends of the same moment share one flush to disk. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  task: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await task(item);
    }),
  );
}
