export * from './code-list.types';
export * from './reference-data.module';
export * from './territories';
export * from './territory.types';
