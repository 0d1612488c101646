export * from './consume-inbound';
export {
  DEAD_LETTER_TYPE,
  type DeadLetter,
  deadLetterOf,
  type DeadLetterReason,
  type OriginalMessage,
} from './dead-letter';
export * from './growing-pause';
export * from './inbound-handler.port';
export * from './log';
export * from './message-bus.port';
export * from './message-bytes';
export * from './message-validator.port';
export * from './relay';
export * from './resubmit';
export * from './timer.port';
