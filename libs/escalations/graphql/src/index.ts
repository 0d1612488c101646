export * from './escalation.types';
export * from './escalations.module';
export * from './tokens';
