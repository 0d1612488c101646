export * from './case-ledger.store';
export { isKnownTo, type Reader } from './escalation.access';
export * from './escalation.projection';
export * from './escalation.store';
export * from './escalation.tables';
export * from './party-directory.store';
