export * from './monitoring.module';
export * from './tokens';
