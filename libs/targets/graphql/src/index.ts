export * from './targets.module';
export * from './tokens';
