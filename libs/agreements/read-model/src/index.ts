export * from './agreement.access';
export * from './agreement.projection';
export * from './agreement.store';
export * from './agreement.tables';
export * from './agreement.terms';
export * from './person-counts';
export * from './progress.view';
