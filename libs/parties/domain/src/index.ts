export * from './identifier';
export * from './identifier-claim.decider';
export * from './party.codec';
export * from './party.commands';
export * from './party.decider';
export * from './party.errors';
export * from './party.events';
export * from './party.state';
