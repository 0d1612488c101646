export { KurrentDbAddressRefused } from './address';
export * from './kurrentdb.event-store';
export type { StoreLine, StoreLog } from './store-log';
