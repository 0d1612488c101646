export * from './case-ledger.port';
export * from './escalation.command-handler';
export * from './escalation.integration';
export * from './escalation.policy';
export * from './party-directory.port';
export * from './policy-plan';
