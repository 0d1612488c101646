export * from './in-memory.broker';
export * from './in-memory.message-bus';
