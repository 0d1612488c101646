import { addDays, type CalendarDate, calendarDate, type EventStore } from '@intekenboek/event-sourcing-core';
import { endOf, halfYear, nationalTaakstelling, startOf } from '@intekenboek/reference-data-facts';
import { targetCommands, type TargetCommands, targetStream } from '@intekenboek/targets-application';
import {
  decodeTargetEvent,
  type KnownTarget,
  largestRemainder,
  targetDecider,
  type TargetId,
  type TerritoryQuantity,
} from '@intekenboek/targets-domain';

import { chanceOf } from './demo-chance';
import { demoActor, demoMeta, type Today } from './demo-commands';
import { COA, demoId, MINISTRY } from './demo-ids';
import { INVENTED_SOURCE } from './invented.data';

interface DemoTaakstelling {
  readonly halfYear: string;
  readonly publishedOn: string;
  readonly isDayInvented?: boolean;
  /** Where the population of the legal day is not known here. */
  readonly standIn?: string;
  /** Share of what is due that the nation reaches in this half-year (invented). */
  readonly reach: number;
}

// 2022-H2 was published in the Staatscourant of 8 April 2022 and 2023-H1 on 30 September 2022; when 2022-H1 was, is not
// known here: its day is invented, and the source of the target says so.
const TAAKSTELLINGEN: readonly DemoTaakstelling[] = [
  { halfYear: '2022-H1', publishedOn: '2021-10-01', isDayInvented: true, reach: 0.9 },
  { halfYear: '2022-H2', publishedOn: '2022-04-08', reach: 0.82 },
  {
    halfYear: '2023-H1',
    publishedOn: '2022-09-30',
    standIn:
      'De bevolking van 1 januari 2022 is hier niet beschikbaar; die van 1 januari 2021 staat er voor in de plaats. De toedeling wijkt daardoor af van de echte.',
    reach: 0.86,
  },
];

// Persons who had to be housed still when 2022-H1 began, according to the news of April 2022.
const BACKLOG_BEFORE = 3_728;

export const taakstellingId = (half: string): TargetId => demoId(`taakstelling:${half}`) as TargetId;

const minister = demoActor(MINISTRY, 'MINISTRY', 'NL');
const coa = demoActor(COA, 'NATIONAL_AGENCY', 'NL');

/** The real national numbers, split by the law, with invented results per month. */
export async function loadTaakstellingen(eventStore: EventStore, today: Today): Promise<void> {
  const commands = targetCommands(eventStore);
  let previous: TargetId | null = null;
  for (const taakstelling of TAAKSTELLINGEN) {
    const targetId = taakstellingId(taakstelling.halfYear);
    await publish(commands, taakstelling, today);
    await recordBacklogOf(commands, { eventStore, targetId, previous }, today);
    await recordMonths(commands, eventStore, taakstelling, today);
    previous = targetId;
  }
}

async function publish(commands: TargetCommands, demo: DemoTaakstelling, today: Today): Promise<void> {
  const half = halfYear(demo.halfYear);
  const national = nationalTaakstelling(half);
  if (national === undefined) throw new Error(`The national number of ${half} is not known.`);
  const publishedOn = calendarDate(demo.publishedOn);
  const standIn =
    demo.standIn === undefined ? null : { populationDate: calendarDate('2021-01-01'), reason: demo.standIn };
  const [publication] = national.publications;
  await commands.handle({
    type: 'PublishTaakstelling',
    data: {
      targetId: taakstellingId(half),
      halfYear: half,
      persons: national.persons,
      publishedOn,
      source: [
        publication?.source ?? 'Bekendmaking van de minister',
        ...(demo.isDayInvented ? ['De dag van bekendmaking is een demonstratie: verzonnen.'] : []),
      ].join(' '),
      standIn,
    },
    meta: demoMeta(`publish:${half}`, minister, publishedOn, today),
  });
}

async function recordBacklogOf(
  commands: TargetCommands,
  of: { readonly eventStore: EventStore; readonly targetId: TargetId; readonly previous: TargetId | null },
  today: Today,
): Promise<void> {
  const { targetId, previous } = of;
  const target = await load(of.eventStore, targetId);
  const meta = demoMeta(`backlog:${targetId}`, minister, target.from, today);
  if (previous !== null) {
    await commands.carryOver({
      type: 'CarryOverBacklog',
      data: { targetId, previousTargetId: previous },
      meta,
    });
    return;
  }
  const weighted = [...target.parts].map(([territory, weight]) => ({ territory, weight }));
  const parts = largestRemainder(BACKLOG_BEFORE, weighted).map(({ territory, quantity }) => ({
    territory,
    quantity,
  }));
  const source =
    'Landelijk 3.728 personen (nieuws, april 2022). De verdeling over gemeenten is een demonstratie: verzonnen, naar de taakstelling.';
  await commands.handle({ type: 'RecordBacklog', data: { targetId, parts, source }, meta });
}

async function recordMonths(
  commands: TargetCommands,
  eventStore: EventStore,
  demo: DemoTaakstelling,
  today: Today,
): Promise<void> {
  const half = halfYear(demo.halfYear);
  const target = await load(eventStore, taakstellingId(half));
  for (const [index, upTo] of monthEnds(startOf(half), endOf(half)).entries()) {
    await commands.handle({
      type: 'RecordRealisation',
      data: {
        targetId: target.targetId,
        upTo,
        parts: realisedUpTo(target, demo, (index + 1) / 6),
        source: `${INVENTED_SOURCE} (in het echt: maandoverzicht van het COA)`,
      },
      meta: demoMeta(`realisation:${half}:${upTo}`, coa, addDays(upTo, 10), today),
    });
  }
}

/** Every municipality has a pace of its own, around that of the nation; the same at every load. */
function realisedUpTo(
  target: KnownTarget,
  { halfYear: half, reach }: DemoTaakstelling,
  share: number,
): readonly TerritoryQuantity[] {
  return [...target.parts].map(([territory, part]) => {
    const due = Math.max(0, part + (target.backlog.get(territory) ?? 0));
    const pace = reach + (chanceOf(`${territory}:${half}`) - 0.5) * 0.7 + (chanceOf(territory) - 0.5) * 0.3;
    return { territory, quantity: Math.max(0, Math.floor(due * pace * share)) };
  });
}

function monthEnds(from: CalendarDate, until: CalendarDate): readonly CalendarDate[] {
  const year = Number(from.slice(0, 4));
  const first = Number(from.slice(5, 7));
  const ends = Array.from({ length: 5 }, (_, index) =>
    addDays(calendarDate(`${year}-${String(first + index + 1).padStart(2, '0')}-01`), -1),
  );
  return [...ends, until];
}

async function load(eventStore: EventStore, targetId: TargetId): Promise<KnownTarget> {
  const { events } = await eventStore.readStream(targetStream(targetId));
  const target = events
    .map(({ type, data }) => decodeTargetEvent(type, data))
    .reduce(targetDecider.evolve, targetDecider.initialState);
  if (target.status === 'NotSet') throw new Error(`Target ${targetId} was not set.`);
  return target;
}
