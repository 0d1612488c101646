import { escalationCommandHandler, escalationPolicy } from '@intekenboek/escalations-application';
import type { PartyId } from '@intekenboek/event-sourcing-core';
import { assessment } from '@intekenboek/monitoring-application';
import { observedCommands } from '@intekenboek/platform-telemetry';

import { aborted, type BackgroundTask } from './background';
import type { Foundation } from './foundation';
import type { Ground } from './ground';
import { leased } from './leased';
import { MonitorLoop, type MonitorRun } from './monitor-loop';

/** Verdicts on everything, and what the ladders ask for what lags. */
export function createMonitor(foundation: Foundation): MonitorLoop {
  const { clock, eventStore, readModels, stores, log, metrics, observer } = foundation;
  const handle = observedCommands(escalationCommandHandler(eventStore), observer, 'policy');

  return new MonitorLoop({
    clock,
    eventStore,
    caughtUp: () => readModels.caughtUp(),
    assess: assessment(stores.monitoring),
    escalate: async (run: MonitorRun) => {
      const nationalProgrammeId = await nationalProgramme(stores);
      // Nobody could decide at the national table: cases wait until the office is in the register.
      if (nationalProgrammeId === null) return {};
      const { caseLedger: ledger, partyDirectory: directory } = stores;
      const report = await escalationPolicy({ handle, ledger, directory, nationalProgrammeId })(run);
      const facts = { asOf: run.asOf, ...report.done, skipped: report.skipped.length };
      log({ level: 'info', message: 'Progress was judged.', facts });
      return report.done;
    },
    metrics,
    log,
  });
}

/** For telling the past of the demonstration: a line for each of its commands would hide what a person has to see. */
export const createLoadingMonitor = (foundation: Foundation): MonitorLoop =>
  createMonitor({ ...foundation, observer: { observe: (_command, work) => work() } });

/** Judges and escalates, as the only process of the installation that does so. */
export const monitor = (ground: Ground, loop: MonitorLoop): BackgroundTask =>
  leased(ground, 'monitor', async (signal) => {
    loop.start();
    await aborted(signal);
    await loop.stop();
  });

async function nationalProgramme({ parties }: Foundation['stores']): Promise<PartyId | null> {
  const { rows } = await parties.list({ kind: 'NATIONAL_PROGRAMME' }, 10, null);
  return rows.find(({ ended_on }) => ended_on === null)?.party_id ?? null;
}
