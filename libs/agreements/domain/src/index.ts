export * from './agreement.codec';
export * from './agreement.commands';
export * from './agreement.decider';
export * from './agreement.errors';
export * from './agreement.events';
export * from './agreement.state';
export * from './agreement-terms';
export * from './commitment';
export * from './ids';
export * from './measure';
export * from './progress-report';
export * from './signatory';

export * from './smart-check';
