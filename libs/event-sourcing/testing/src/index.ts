export * from './decider-scenario';
