export * from './agreements.v1';
export * from './escalations.v1';
export * from './integration-event';
export * from './parties.v1';
export * from './targets.v1';
export * from './verdict.v1';
