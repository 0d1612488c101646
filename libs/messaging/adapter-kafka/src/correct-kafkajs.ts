import RequestQueue from 'kafkajs/src/network/requestQueue';

let isCorrected = false;

/**
 * kafkajs 2.2.4 wakes up every millisecond on each connection to look whether requests wait, also when there are none
 * (its issues 1556 and 1704; the delay is negative, of which Node 24 complains: 1751). A request that has to wait, and
 * every answer, ask for a look themselves, so with nothing waiting none is needed. See ADR-0017.
 */
export function correctKafkajs(): void {
  if (isCorrected) return;
  isCorrected = true;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own `this` below
  const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}
