export { KurrentDbAddressRefused } from './address';
export * from './kurrentdb.event-store';
