import { agreementIntegration } from '@intekenboek/agreements-application';
import { agreementReadModel } from '@intekenboek/agreements-read-model';
import { escalationIntegration } from '@intekenboek/escalations-application';
import { escalationReadModel } from '@intekenboek/escalations-read-model';
import { combined } from '@intekenboek/messaging-contracts';
import { monitoringReadModel } from '@intekenboek/monitoring-read-model';
import { partyIntegration } from '@intekenboek/parties-application';
import { partyReadModel } from '@intekenboek/parties-read-model';
import type { ReadModelEngineOptions } from '@intekenboek/platform-sql';
import { targetIntegration } from '@intekenboek/targets-application';
import { targetReadModel } from '@intekenboek/targets-read-model';

const others = [partyIntegration, agreementIntegration, targetIntegration];

/** The read models of the product, put together as the app does. */
export const productReadModels: ReadModelEngineOptions['readModels'] = [
  partyReadModel,
  targetReadModel,
  agreementReadModel(partyIntegration),
  escalationReadModel(combined(others)),
  monitoringReadModel(combined([...others, escalationIntegration])),
];
