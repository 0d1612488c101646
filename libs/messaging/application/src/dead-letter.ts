import type { Instant } from '@intekenboek/event-sourcing-core';
import { uuidOf } from '@intekenboek/event-sourcing-core';

import type { InboundProblem } from './inbound-handler.port';
import type { BusMessage, ReceivedMessage } from './message-bus.port';

/**
 * `REFUSED`: the handler said no. `UNREADABLE`: it is not JSON in UTF-8. `FAILED`: the handler failed on it again and
 * again.
 */
export type DeadLetterReason = 'REFUSED' | 'UNREADABLE' | 'FAILED';

/** What was on the topic: byte for byte, except that headers which prove who somebody is are left out. */
export interface OriginalMessage {
  readonly key: string;
  /** `OMITTED`: too large to be copied; it is still where it came from, as long as that topic keeps it. */
  readonly encoding: 'UTF-8' | 'BASE64' | 'OMITTED';
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message that was not accepted, as a CloudEvent on the dead-letter topic. */
export interface DeadLetter {
  readonly specversion: '1.0';
  /** The same message refused again has the same id. */
  readonly id: string;
  readonly source: string;
  readonly type: typeof DEAD_LETTER_TYPE;
  /** When it was put aside. */
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  readonly data: {
    readonly reason: DeadLetterReason;
    readonly problems: readonly InboundProblem[];
    readonly origin: {
      readonly topic: string;
      readonly partition: number;
      readonly offset: string;
      readonly receivedAt: Instant;
      readonly group: string;
    };
    readonly original: OriginalMessage;
    /** What to do to have it accepted after all. */
    readonly resubmit: { readonly nl: string; readonly en: string };
  };
}

export const DEAD_LETTER_TYPE = 'nl.intekenboek.dead-letter.v1';

/** The letter of a message; `group` is the one that did not accept it, `source` names this system. */
export function deadLetterOf(
  message: ReceivedMessage,
  why: { readonly reason: DeadLetterReason; readonly problems: readonly InboundProblem[] },
  context: { readonly group: string; readonly source: string; readonly time: Instant },
): DeadLetter {
  const { topic, partition, offset, receivedAt } = message;
  const { group, source, time } = context;
  return {
    specversion: '1.0',
    id: uuidOf(`dead-letter:${group}:${topic}:${partition}:${offset}`),
    source,
    type: DEAD_LETTER_TYPE,
    time,
    datacontenttype: 'application/json',
    data: {
      ...why,
      origin: { topic, partition, offset, receivedAt, group },
      original: originalOf(message),
      resubmit: RESUBMIT[why.reason],
    },
  };
}

/** For when the letter is larger than its topic takes. */
export const withoutOriginal = (letter: DeadLetter): DeadLetter => ({
  ...letter,
  data: {
    ...letter.data,
    original: { ...letter.data.original, encoding: 'OMITTED', value: '', headers: {} },
  },
});

/** The letter as it goes onto its topic, beside other letters of the same key. */
export const messageOf = (letter: DeadLetter, topic: string): BusMessage => ({
  topic,
  key: letter.data.original.key,
  value: JSON.stringify(letter),
  headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
});

const PROVES_IDENTITY = /authorization|cookie|token|secret|password|signature|api-?key/i;

function originalOf({ key, value, valueBase64, headers }: ReceivedMessage): OriginalMessage {
  const shown = Object.entries(headers).filter(([name]) => !PROVES_IDENTITY.test(name));
  const kept = { key, headers: Object.fromEntries(shown) };
  return valueBase64 === undefined
    ? { ...kept, encoding: 'UTF-8', value }
    : { ...kept, encoding: 'BASE64', value: valueBase64 };
}

const RESUBMIT: Record<DeadLetterReason, DeadLetter['data']['resubmit']> = {
  REFUSED: {
    nl:
      'Lees de bezwaren. Is het bericht zelf onjuist, dan verbetert de afzender het en stuurt het als nieuw bericht met ' +
      'een eigen id. Waren de omstandigheden onjuist en zijn die hersteld, dan biedt een beheerder het oorspronkelijke ' +
      'bericht opnieuw aan, met een toegangsbewijs van de partij die meldt. Wat al eerder aanvaard was, wordt niet nog eens gedaan.',
    en:
      'Read the problems. When the message itself is wrong, its sender corrects it and sends it as a new message with ' +
      'an id of its own. When the circumstances were wrong and have been put right, an operator resubmits the original ' +
      'with an authorization of the party that reports. What was accepted before is not done again.',
  },
  UNREADABLE: {
    nl: 'Het bericht is geen JSON in UTF-8. Alleen de afzender kan het herstellen en opnieuw sturen.',
    en: 'The message is not JSON in UTF-8. Only its sender can repair it and send it again.',
  },
  FAILED: {
    nl:
      'De verwerking mislukte steeds; het bericht hoeft niet fout te zijn. Zoek de plaats van herkomst op in het logboek, ' +
      'laat de fout herstellen, en laat een beheerder het bericht daarna opnieuw aanbieden met een toegangsbewijs van de partij ' +
      'die meldt.',
    en:
      'Handling it failed every time; the message need not be wrong. Look up its origin in the log, have the fault ' +
      'repaired, and then have an operator resubmit it with an authorization of the party that reports.',
  },
};
