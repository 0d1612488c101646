export * from './party.command-handler';
export * from './party.integration';
export * from './party-register';
export * from './party-register.port';
