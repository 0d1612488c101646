export * from './parties.module';
export * from './tokens';
