export * from './agreements.module';
export * from './tokens';
