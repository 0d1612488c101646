export * from './kafka.message-bus';
export type { KafkaOptions, KafkaTimings } from './kafka-options';
