export * from './apportionment';
export * from './path';
export * from './target.codec';
export * from './target.commands';
export * from './target.decider';
export * from './target.errors';
export * from './target.events';
export * from './target.state';
