export * from './target.projection';
export * from './target.store';
export * from './target.tables';
