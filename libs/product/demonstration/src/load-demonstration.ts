import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { agreementCommandHandler } from '@intekenboek/agreements-application';
import { type EventStore, FEED_START } from '@intekenboek/event-sourcing-core';
import { partyCommands, partyRegister } from '@intekenboek/parties-application';
import { targetCommands } from '@intekenboek/targets-application';

import type { Foundation } from '@intekenboek/product-composition';
import type { MonitorLoop } from '@intekenboek/product-composition';
import type { Today } from './demo-commands';
import { loadParties } from './demo-parties';
import { loadTaakstellingen } from './demo-taakstelling';
import { loadTargets } from './demo-targets';
import { demoAgreements, loadAgreements } from './load-agreements';
import { loadEscalations } from './load-escalations';

export interface LoadOptions {
  readonly foundation: Foundation;
  readonly monitor: MonitorLoop;
  readonly dataFolder: string;
  /** A line for whoever watches. */
  readonly tell: (nl: string, en: string) => void;
}

/** `loading` is left behind by a load that was broken off: it goes on, because every command has a fixed id. */
type Progress = 'loading' | 'loaded';

/** Of which log it tells: in the same folder another one may have been used before. */
interface Marker {
  readonly progress: Progress;
  readonly logId: string;
}

/**
 * Fills an empty data folder with the demonstration nation, through the same commands that users send. A folder in
 * which somebody works already is left as it is.
 */
export async function loadDemonstration({
  foundation,
  monitor,
  dataFolder,
  tell,
}: LoadOptions): Promise<void> {
  const marker = join(dataFolder, 'demonstration.json');
  const logId = await foundation.eventStore.logId();
  const progress = progressIn(marker, logId);
  if (progress === 'loaded') return;
  if (progress === null && (await foundation.eventStore.head()) !== FEED_START) return;
  write(marker, { progress: 'loading', logId });

  const { eventStore, clock } = foundation;
  const today = { now: clock.now(), today: clock.today() };
  await loadPromises(eventStore, today, tell);
  tell('Voortgang beoordelen en escaleren …', 'Judging progress and escalating …');
  await loadEscalations({ foundation, monitor, today, tell });
  write(marker, { progress: 'loaded', logId });
}

/** All of the nation but its cases: parties, targets, agreements and progress. */
export async function loadPromises(
  eventStore: EventStore,
  today: Today,
  tell: LoadOptions['tell'],
): Promise<void> {
  tell('Demonstratie laden: partijen …', 'Loading the demonstration: parties …');
  const parties = await loadParties(partyCommands(eventStore), today);
  tell(`${parties} partijen; taakstellingen …`, `${parties} parties; taakstellingen …`);
  await loadTaakstellingen(eventStore, today);
  await loadTargets(targetCommands(eventStore), today);

  const total = demoAgreements().length;
  let done = 0;
  const commands = agreementCommandHandler(eventStore, partyRegister(eventStore));
  await loadAgreements({ eventStore, commands, today }, () => {
    done += 1;
    if (done % 12 === 0 || done === total)
      tell(`${done} van ${total} afspraken`, `${done} of ${total} agreements`);
  });
}

function progressIn(file: string, logId: string): Progress | null {
  if (!existsSync(file)) return null;
  const marker = JSON.parse(readFileSync(file, 'utf8')) as Partial<Marker>;
  // Written before logs were told apart, it is about the only log that there was.
  return (marker.logId ?? logId) === logId ? (marker.progress ?? 'loading') : null;
}

function write(marker: string, content: Marker): void {
  // Beside it and then in its place, so that a kill leaves the old or the new and never half of one.
  writeFileSync(`${marker}.new`, `${JSON.stringify(content)}\n`);
  renameSync(`${marker}.new`, marker);
}
