export * from './database';
export * from './project-rows';
export * from './read-model';
export * from './read-model-engine.types';
export * from './stored-rows';
export * from './table-name';
