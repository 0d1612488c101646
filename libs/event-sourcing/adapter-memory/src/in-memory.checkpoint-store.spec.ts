import type { Checkpoint } from '@intekenboek/event-sourcing-core';
import { checkpointStoreContract } from '@intekenboek/event-sourcing-testing';

import { InMemoryCheckpointStore } from './in-memory.checkpoint-store';

const stored = new Map<string, Checkpoint>();
checkpointStoreContract('memory', async (logId) => new InMemoryCheckpointStore(logId, stored));
