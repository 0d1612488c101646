import { checkpointStoreContract } from '@intekenboek/event-sourcing-testing';

import { onEveryDatabase } from './databases.fixtures';
import { sqlCheckpointStore } from './sql-checkpoint-store';

onEveryDatabase('checkpoints', ({ database }) => {
  checkpointStoreContract('SQL', async (logId) => sqlCheckpointStore(database(), logId));
});
