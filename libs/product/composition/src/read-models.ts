import { agreementIntegration } from '@intekenboek/agreements-application';
import { agreementReadModel } from '@intekenboek/agreements-read-model';
import { escalationIntegration } from '@intekenboek/escalations-application';
import { escalationReadModel } from '@intekenboek/escalations-read-model';
import { combined } from '@intekenboek/messaging-contracts';
import { monitoringReadModel } from '@intekenboek/monitoring-read-model';
import { partyIntegration } from '@intekenboek/parties-application';
import { partyReadModel } from '@intekenboek/parties-read-model';
import type { AnyReadModel } from '@intekenboek/platform-sql';
import { targetIntegration } from '@intekenboek/targets-application';
import { targetReadModel } from '@intekenboek/targets-read-model';

/** What every context tells of its events. */
export const productIntegration = combined([
  partyIntegration,
  agreementIntegration,
  targetIntegration,
  escalationIntegration,
]);

/** Every read model of the product, each told only what its context may know of the others. */
export const productReadModels = {
  parties: partyReadModel,
  targets: targetReadModel,
  agreements: agreementReadModel(partyIntegration),
  escalations: escalationReadModel(combined([partyIntegration, agreementIntegration, targetIntegration])),
  monitoring: monitoringReadModel(productIntegration),
} as const;

export const allReadModels: readonly AnyReadModel[] = Object.values<AnyReadModel>(productReadModels);
