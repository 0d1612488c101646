import type { Clock } from '@intekenboek/event-sourcing-core';
import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';

import type { DeadLetter, DeadLetterReason } from './dead-letter';
import { deadLetterOf, messageOf, withoutOriginal } from './dead-letter';
import { FailureCount } from './failure-count';
import type { InboundHandler, InboundOutcome, InboundProblem } from './inbound-handler.port';
import type { Log } from './log';
import type { MessageBus, ReceivedMessage, TopicPartition } from './message-bus.port';
import { BusUnavailable, MessageTooLarge } from './message-bus.port';

/** After so many failures in a row on one message the fault is taken to be in the message: after about a minute. */
const FAILURES_MAX = 8;

/** What became of one message. `RETRIED`: trouble that may pass; it comes again. */
export interface InboundReport {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly kind: 'ACCEPTED' | 'REPEATED' | 'DEAD_LETTERED' | 'RETRIED';
  /** Of the problems, when it went to the dead letters. */
  readonly codes: readonly string[];
}

export interface InboundOptions {
  readonly bus: MessageBus;
  readonly group: string;
  readonly handlers: readonly InboundHandler[];
  readonly deadLetterTopic: string;
  /** Of the dead letters, as a CloudEvent names it. */
  readonly source: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly onOutcome?: (report: InboundReport) => void;
  readonly onAssigned?: (partitions: readonly TopicPartition[]) => void;
  /** Errors besides EventStoreUnavailable and BusUnavailable that say nothing about the message. */
  readonly isPassing?: (error: unknown) => boolean;
}

interface Refusal {
  readonly reason: DeadLetterReason;
  readonly problems: readonly InboundProblem[];
}

/**
 * Gives every message to the handler of its topic. What is refused, cannot be read or fails again and again goes to
 * the dead-letter topic, and only then counts as handled; so nothing is lost and nothing holds a partition up for
 * good. Ends when `signal` aborts.
 */
export function consumeInbound(options: InboundOptions, signal: AbortSignal): Promise<void> {
  const handlers = new Map(options.handlers.map((handler) => [handler.topic, handler]));
  if (handlers.size < options.handlers.length) throw new Error('Two handlers take the same topic.');
  const { bus, group, onAssigned } = options;
  const failures = new FailureCount();

  async function handle(message: ReceivedMessage): Promise<void> {
    const handler = handlers.get(message.topic);
    if (handler === undefined) throw new Error(`Nobody handles topic ${message.topic}.`);
    try {
      const outcome = await outcomeOf(handler, message, options, failures);
      if ('reason' in outcome) await putAside(message, outcome, options);
      report(options, message, outcome);
    } catch (error) {
      options.onOutcome?.({ ...placeOf(message), kind: 'RETRIED', codes: [] });
      throw error;
    }
  }

  const topics = [...handlers.keys()];
  return bus.consume({ group, topics, handle, ...(onAssigned && { onAssigned }) }, signal);
}

type Accepted = Exclude<InboundOutcome, { readonly kind: 'REFUSED' }>;

/** @throws what may pass; the message then comes again. */
async function outcomeOf(
  handler: InboundHandler,
  message: ReceivedMessage,
  { isPassing, log }: InboundOptions,
  failures: FailureCount,
): Promise<Accepted | Refusal> {
  if (!isJson(message)) return { reason: 'UNREADABLE', problems: [UNREADABLE] };
  try {
    const outcome = await handler.handle(message);
    return outcome.kind === 'REFUSED' ? { reason: 'REFUSED', problems: outcome.problems } : outcome;
  } catch (error) {
    const saysNothing = error instanceof EventStoreUnavailable || error instanceof BusUnavailable;
    if (saysNothing || isPassing?.(error) === true) throw error;
    const count = failures.add(message);
    if (count < FAILURES_MAX) throw error;
    const facts = { ...placeOf(message), failures: count, error: String(error) };
    log({ level: 'error', message: 'A message could not be handled, time after time.', facts });
    return { reason: 'FAILED', problems: [FAILED] };
  }
}

async function putAside(message: ReceivedMessage, refusal: Refusal, options: InboundOptions): Promise<void> {
  const { bus, clock, deadLetterTopic, group, source } = options;
  const letter = deadLetterOf(message, refusal, { group, source, time: clock.now() });
  const publish = (one: DeadLetter) => bus.publish([messageOf(one, deadLetterTopic)]);
  try {
    await publish(letter);
  } catch (error) {
    if (!(error instanceof MessageTooLarge)) throw error;
    await publish(withoutOriginal(letter));
  }
}

function report({ log, onOutcome }: InboundOptions, message: ReceivedMessage, outcome: Accepted | Refusal) {
  const place = placeOf(message);
  if (!('reason' in outcome)) return onOutcome?.({ ...place, kind: outcome.kind, codes: [] });
  const codes = outcome.problems.map(({ code }) => code);
  const facts = { ...place, reason: outcome.reason, codes: codes.join(' ') };
  log({ level: 'warn', message: 'A message was put aside in the dead-letter topic.', facts });
  onOutcome?.({ ...place, kind: 'DEAD_LETTERED', codes });
}

function isJson({ value, valueBase64 }: ReceivedMessage): boolean {
  if (valueBase64 !== undefined) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const placeOf = ({ topic, partition, offset }: ReceivedMessage) => ({ topic, partition, offset });

const UNREADABLE: InboundProblem = {
  code: 'MESSAGE_UNREADABLE',
  message: { nl: 'Het bericht is geen JSON in UTF-8.', en: 'The message is not JSON in UTF-8.' },
};

const FAILED: InboundProblem = {
  code: 'MESSAGE_NOT_HANDLED',
  message: {
    nl: 'Het bericht kon steeds niet verwerkt worden.',
    en: 'The message could not be handled, time after time.',
  },
};
