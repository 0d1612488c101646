import { AgreementStore } from '@intekenboek/agreements-read-model';
import { CaseLedgerStore, EscalationStore, PartyDirectoryStore } from '@intekenboek/escalations-read-model';
import { MonitoringStore } from '@intekenboek/monitoring-read-model';
import { PartyStore } from '@intekenboek/parties-read-model';
import { type ReadModelHandle, ReadModelReader, type ReadModels } from '@intekenboek/platform-sql';
import { TargetStore } from '@intekenboek/targets-read-model';

import type { Ground } from './ground';
import { allReadModels, productReadModels } from './read-models';

/** Everything that is asked of the read models. */
export interface Stores {
  readonly parties: PartyStore;
  readonly targets: TargetStore;
  readonly agreements: AgreementStore;
  readonly monitoring: MonitoringStore;
  readonly escalations: EscalationStore;
  readonly caseLedger: CaseLedgerStore;
  readonly partyDirectory: PartyDirectoryStore;
}

/** The ground, and what is read from it. */
export interface Foundation extends Pick<Ground, 'clock' | 'eventStore' | 'log' | 'metrics' | 'observer'> {
  readonly readModels: ReadModels;
  readonly handles: readonly Pick<ReadModelHandle<unknown>, 'waitFor'>[];
  readonly stores: Stores;
}

/** On read models that this process keeps up itself, or reads where another keeps them up. */
export const foundationOn = (ground: Ground, readModels: ReadModels): Foundation => ({
  ...ground,
  readModels,
  handles: allReadModels.map((readModel) => readModels.handle(readModel)),
  stores: storesOf(readModels),
});

/** Read models that the projector keeps up, in whichever process it works. */
export const openReader = ({ database, eventStore, log }: Ground): Promise<ReadModelReader> =>
  ReadModelReader.open({ database, eventStore, log, readModels: allReadModels });

function storesOf(readModels: ReadModels): Stores {
  const escalations = readModels.handle(productReadModels.escalations);
  return {
    parties: new PartyStore(readModels.handle(productReadModels.parties)),
    targets: new TargetStore(readModels.handle(productReadModels.targets)),
    agreements: new AgreementStore(readModels.handle(productReadModels.agreements)),
    monitoring: new MonitoringStore(readModels.handle(productReadModels.monitoring)),
    escalations: new EscalationStore(escalations),
    caseLedger: new CaseLedgerStore(escalations),
    partyDirectory: new PartyDirectoryStore(escalations),
  };
}
