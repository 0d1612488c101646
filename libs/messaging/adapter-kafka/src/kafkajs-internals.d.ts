/** A part of kafkajs 2.2.4 that has no types, because nobody but `correct-kafkajs` should know it. */
declare module 'kafkajs/src/network/requestQueue' {
  class RequestQueue {
    readonly pending: readonly unknown[];
    scheduleCheckPendingRequests(): void;
  }
  export = RequestQueue;
}
