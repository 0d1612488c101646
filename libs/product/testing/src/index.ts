export * from './api-client';
export * from './installation';
export * from './product';
export * from './program';
export * from './servers';
export * from './walk-through';
export * from './topic';
