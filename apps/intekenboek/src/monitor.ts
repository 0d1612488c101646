import { escalationCommandHandler, escalationPolicy } from '@intekenboek/escalations-application';
import type { PartyId } from '@intekenboek/event-sourcing-core';
import { assessment } from '@intekenboek/monitoring-application';
import type { Log } from '@intekenboek/platform-sql';

import type { Foundation } from './foundation';
import { MonitorLoop, type MonitorRun } from './monitor-loop';

/** Verdicts on everything, and what the ladders ask for what lags. */
export function createMonitor({ clock, eventStore, engine, stores }: Foundation, log: Log): MonitorLoop {
  const handle = escalationCommandHandler(eventStore);

  return new MonitorLoop({
    clock,
    eventStore,
    caughtUp: () => engine.caughtUp(),
    assess: assessment(stores.monitoring),
    escalate: async (run: MonitorRun) => {
      const nationalProgrammeId = await nationalProgramme(stores);
      // Nobody could decide at the national table: cases wait until the office is in the register.
      if (nationalProgrammeId === null) return;
      const { caseLedger: ledger, partyDirectory: directory } = stores;
      const report = await escalationPolicy({ handle, ledger, directory, nationalProgrammeId })(run);
      const facts = { asOf: run.asOf, ...report.done, skipped: report.skipped.length };
      log({ level: 'info', message: 'Progress was judged.', facts });
    },
    log,
  });
}

async function nationalProgramme({ parties }: Foundation['stores']): Promise<PartyId | null> {
  const { rows } = await parties.list({ kind: 'NATIONAL_PROGRAMME' }, 10, null);
  return rows.find(({ ended_on }) => ended_on === null)?.party_id ?? null;
}
