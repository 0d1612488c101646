export * from './target.command-handler';
export * from './target.integration';
