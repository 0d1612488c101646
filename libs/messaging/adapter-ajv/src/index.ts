export * from './bounded-json';
export * from './schema.validator';
