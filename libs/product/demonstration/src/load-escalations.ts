import {
  escalationCommandHandler,
  escalationStream,
  type HandleEscalationCommand,
} from '@intekenboek/escalations-application';
import {
  decodeEscalationEvent,
  type EscalationCommand,
  escalationDecider,
  type EscalationEvent,
  type EscalationId,
  type Instrument,
} from '@intekenboek/escalations-domain';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type EventStore,
  FEED_START,
  type FeedPosition,
  type PartyId,
} from '@intekenboek/event-sourcing-core';
import { partyRegister, type PartyRegister } from '@intekenboek/parties-application';

import type { Foundation } from '@intekenboek/product-composition';
import type { MonitorLoop } from '@intekenboek/product-composition';
import { chanceOf } from './demo-chance';
import { demoActor, demoMeta, inParallel, noonOf, type Today } from './demo-commands';

export interface LoadEscalationsOptions {
  readonly foundation: Foundation;
  readonly monitor: MonitorLoop;
  readonly today: Today;
  readonly tell: (nl: string, en: string) => void;
}

interface Acting {
  readonly eventStore: EventStore;
  readonly handle: HandleEscalationCommand;
  readonly register: PartyRegister;
  readonly today: Today;
}

/** Lets the policy run on past days, month by month, and parties answer some of its cases in between. */
export async function loadEscalations(options: LoadEscalationsOptions): Promise<void> {
  const { foundation, monitor, today, tell } = options;
  const { eventStore } = foundation;
  const acting = {
    eventStore,
    handle: escalationCommandHandler(eventStore),
    register: partyRegister(eventStore),
    today,
  };
  const days = policyDays(today.today);
  let after: FeedPosition = FEED_START;
  for (const [index, day] of days.entries()) {
    await monitor.run(day, noonOf(day, today.now));
    const { events, position } = await newCases(eventStore, after);
    after = position;
    await inParallel(events, 16, (event) => answer(acting, event, day));
    if (index % 6 === 5 || index === days.length - 1) {
      tell(`Beoordeeld tot en met ${day}`, `Judged up to ${day}`);
    }
  }
}

/** The measuring days of the taakstellingen, then the first of every month of the agreements' life. */
export function policyDays(today: CalendarDate): readonly CalendarDate[] {
  const measuring = ['2022-07-01', '2023-01-01', '2023-07-01'].map(calendarDate);
  const months: CalendarDate[] = [];
  for (let day = calendarDate('2024-07-01'); day < today; day = firstOfNextMonth(day)) months.push(day);
  return [...measuring, ...months];
}

const firstOfNextMonth = (day: CalendarDate): CalendarDate =>
  calendarDate(`${addDays(day, 31).slice(0, 7)}-01`);

async function newCases(eventStore: EventStore, after: FeedPosition) {
  const events: EscalationEvent[] = [];
  let position = after;
  for (;;) {
    const page = await eventStore.readAll(position, 2_000);
    const last = page.at(-1);
    if (last === undefined) return { events, position };
    position = last.position;
    for (const { stream, type, data } of page) {
      if (stream.startsWith('escalation-')) events.push(decodeEscalationEvent(type, data));
    }
  }
}

// From which chance on a case is decided on a rung. The national table decides all that came before its last meeting.
const DECIDED_FROM: Readonly<Record<number, number>> = { 2: 0.5, 3: 0.25 };
const LAST_NATIONAL_TABLE = calendarDate('2025-04-15');

const isDecided = (rung: number, chance: number, day: CalendarDate): boolean =>
  rung === 4 ? day < LAST_NATIONAL_TABLE : chance >= (DECIDED_FROM[rung] ?? 1);

// Invented behaviour, the same at every load: some explain, some decide early, some say nothing and see it climb.
async function answer(acting: Acting, { type, data }: EscalationEvent, day: CalendarDate): Promise<void> {
  const { escalationId } = data;
  const chance = chanceOf(`answer:${escalationId}`);
  if (type === 'EscalationRaised' && chance < 0.4) {
    await respond(acting, escalationId, data.respondingPartyId, addDays(day, 5));
  }
  if (type === 'EscalationMovedUp' && isDecided(data.rung, chance, day)) {
    await decide(acting, escalationId, data.rung, addDays(day, 8));
  }
  if (type === 'PlacementProposed' && chance < 0.6) {
    await place(acting, data, chance, addDays(day, 40));
  }
}

async function whoDecides(eventStore: EventStore, escalationId: EscalationId): Promise<PartyId | undefined> {
  const { events } = await eventStore.readStream(escalationStream(escalationId));
  const state = events
    .map(({ type, data }) => decodeEscalationEvent(type, data))
    .reduce(escalationDecider.evolve, escalationDecider.initialState);
  if (state.status !== 'Open') return undefined;
  return state.rungs.find(({ number }) => number === state.rung)?.decidingPartyIds[0];
}

async function respond(acting: Acting, escalationId: EscalationId, partyId: PartyId, on: CalendarDate) {
  const reasons = [
    ['CONTRACTOR', 'De aannemer is in surseance; een nieuwe aanbesteding loopt (demonstratie).'],
    ['PERMIT_PROCEDURE', 'De omgevingsvergunning is later verleend dan gepland (demonstratie).'],
    ['FUNDING', 'De dekking van de onrendabele top wordt opnieuw besproken (demonstratie).'],
    ['STAFF', 'Er is te weinig personeel; werving loopt (demonstratie).'],
  ] as const;
  const [reasonCode, text] =
    reasons[Math.floor(chanceOf(`reason:${escalationId}`) * reasons.length)] ?? reasons[0];
  await send(
    acting,
    { name: `respond:${escalationId}`, partyId, on },
    {
      type: 'RespondToEscalation',
      data: { escalationId, reasonCode, text, evidenceReference: null, recoveryOn: addDays(on, 180) },
    },
  );
}

async function decide(acting: Acting, escalationId: EscalationId, rung: number, on: CalendarDate) {
  const partyId = await whoDecides(acting.eventStore, escalationId);
  if (partyId === undefined) return;
  const instrument: Instrument = rung === 4 ? 'SUPPORT_TEAM' : 'RECOVERY_PLAN';
  const reasons =
    'Partijen leveren binnen drie maanden een herstelplan met mijlpalen per kwartaal (demonstratie).';
  await send(
    acting,
    { name: `decide:${escalationId}`, partyId, on },
    {
      type: 'DecideEscalation',
      data: { escalationId, instrument, reasons, recoverBy: addDays(on, 90) },
    },
  );
}

async function place(
  acting: Acting,
  proposal: Extract<EscalationEvent, { type: 'PlacementProposed' }>['data'],
  chance: number,
  on: CalendarDate,
) {
  const { escalationId, provinceId, proposedRung } = proposal;
  const isSetAside = chance < 0.15;
  await send(
    acting,
    { name: `place:${escalationId}`, partyId: provinceId, on },
    isSetAside
      ? {
          type: 'SetAsideProposal',
          data: {
            escalationId,
            reason:
              'De gemeente kon door een late oplevering niet tijdig huisvesten; verschoonbaar (demonstratie).',
            isExcusable: true,
            publicationReference: null,
          },
        }
      : {
          type: 'AcceptProposal',
          data: {
            escalationId,
            rung: proposedRung,
            reason: 'De achterstand is vastgesteld en besproken met de gemeente (demonstratie).',
            publicationReference: null,
          },
        },
  );
}

type Wish = EscalationCommand extends infer C
  ? C extends { meta: unknown }
    ? Omit<C, 'meta'>
    : never
  : never;

/** Who acts, on which day. `name` makes the command id. */
interface Act {
  readonly name: string;
  readonly partyId: PartyId;
  readonly on: CalendarDate;
}

async function send(
  { handle, register, today }: Acting,
  { name, partyId, on }: Act,
  wish: Wish,
): Promise<void> {
  const party = await register.find(partyId);
  if (party === null || on > today.today) return;
  const actor = demoActor(partyId, party.kind, party.territory);
  // The loader stands on that day: what may be done depends on it.
  const meta = demoMeta(name, actor, on, { now: today.now, today: on });
  await handle({ ...wish, meta });
}
