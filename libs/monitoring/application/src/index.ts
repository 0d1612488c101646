export * from './assessment';
export * from './judgements';
export * from './progress-facts.port';
export * from './verdict.v1';
