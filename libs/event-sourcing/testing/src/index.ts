export * from './command.fixtures';
export * from './decider-scenario';
export * from './event-store.contract';
export * from './event-store.fixtures';
