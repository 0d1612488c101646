export * from './agreement.command-handler';
export * from './agreement.integration';
export * from './agreement-id';
export * from './party-directory.port';
export * from './progress-message';
