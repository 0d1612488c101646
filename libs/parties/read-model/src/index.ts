export * from './party.projection';
export * from './party.store';
export * from './party.tables';
