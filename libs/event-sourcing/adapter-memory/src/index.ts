export * from './in-memory.checkpoint-store';
export * from './in-memory.event-store';
