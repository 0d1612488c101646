export * from './projection-harness';
export * from './recorded';
export * from './test-database';
export * from './test-engine';
