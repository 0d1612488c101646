import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { agreementCommandHandler } from '@intekenboek/agreements-application';
import { FEED_START } from '@intekenboek/event-sourcing-core';
import { partyCommands, partyRegister } from '@intekenboek/parties-application';
import { targetCommands } from '@intekenboek/targets-application';

import type { Foundation } from '../foundation';
import type { MonitorLoop } from '../monitor-loop';
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
  const progress = progressIn(marker);
  if (progress === 'loaded') return;
  if (progress === null && (await foundation.eventStore.head()) !== FEED_START) return;
  write(marker, 'loading');

  const { eventStore, clock } = foundation;
  const today = { now: clock.now(), today: clock.today() };
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
  tell('Voortgang beoordelen en escaleren …', 'Judging progress and escalating …');
  await loadEscalations({ foundation, monitor, today, tell });
  write(marker, 'loaded');
}

function progressIn(marker: string): Progress | null {
  if (!existsSync(marker)) return null;
  const { progress } = JSON.parse(readFileSync(marker, 'utf8')) as { progress?: Progress };
  return progress ?? 'loading';
}

function write(marker: string, progress: Progress): void {
  // Beside it and then in its place, so that a kill leaves the old or the new and never half of one.
  writeFileSync(`${marker}.new`, `${JSON.stringify({ progress })}\n`);
  renameSync(`${marker}.new`, marker);
}
