export {
  openPostgresEventStore,
  type PostgresEventStore,
  type PostgresEventStoreOptions,
} from './postgres.event-store';
export { type StoreLine, type StoreLog } from './store-log';
