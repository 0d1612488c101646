import { agreementIntegration } from '@intekenboek/agreements-application';
import { agreementReadModel } from '@intekenboek/agreements-read-model';
import { escalationIntegration } from '@intekenboek/escalations-application';
import { escalationReadModel } from '@intekenboek/escalations-read-model';
import { combined } from '@intekenboek/messaging-contracts';
import { monitoringReadModel } from '@intekenboek/monitoring-read-model';
import { partyIntegration } from '@intekenboek/parties-application';
import { partyReadModel } from '@intekenboek/parties-read-model';
import { targetIntegration } from '@intekenboek/targets-application';
import { targetReadModel } from '@intekenboek/targets-read-model';

/** Every read model of the product, each told only what its context may know of the others. */
export const productReadModels = {
  parties: partyReadModel,
  targets: targetReadModel,
  agreements: agreementReadModel(partyIntegration),
  escalations: escalationReadModel(combined([partyIntegration, agreementIntegration, targetIntegration])),
  monitoring: monitoringReadModel(
    combined([partyIntegration, agreementIntegration, targetIntegration, escalationIntegration]),
  ),
} as const;
