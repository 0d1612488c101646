import type { PublishedType } from './published/published-event';

/** What leaves the house, one topic per context, and the two through which messages come in. */
export const TOPICS = {
  parties: 'intekenboek.parties.v1',
  targets: 'intekenboek.targets.v1',
  agreements: 'intekenboek.agreements.v1',
  escalations: 'intekenboek.escalations.v1',
  progressReports: 'intekenboek.progress-reports.v1',
  deadLetters: 'intekenboek.dead-letters.v1',
} as const;
export type TopicName = (typeof TOPICS)[keyof typeof TOPICS];

export const TOPIC_OF: Readonly<Record<PublishedType, TopicName>> = {
  'nl.intekenboek.parties.party-registered.v1': TOPICS.parties,
  'nl.intekenboek.parties.party-merged.v1': TOPICS.parties,
  'nl.intekenboek.targets.target-set.v1': TOPICS.targets,
  'nl.intekenboek.targets.target-apportioned.v1': TOPICS.targets,
  'nl.intekenboek.targets.target-revised.v1': TOPICS.targets,
  'nl.intekenboek.targets.backlog-recorded.v1': TOPICS.targets,
  'nl.intekenboek.targets.realisation-recorded.v1': TOPICS.targets,
  'nl.intekenboek.agreements.agreement-in-force.v1': TOPICS.agreements,
  'nl.intekenboek.agreements.progress-reported.v1': TOPICS.agreements,
  'nl.intekenboek.agreements.progress-confirmed.v1': TOPICS.agreements,
  'nl.intekenboek.agreements.progress-disputed.v1': TOPICS.agreements,
  'nl.intekenboek.agreements.progress-corrected.v1': TOPICS.agreements,
  'nl.intekenboek.escalations.cases-changed.v1': TOPICS.escalations,
};

/** A topic as it must be made; what a cluster decides (on how many brokers it is kept) is not in it. */
export interface TopicPlan {
  readonly topic: TopicName;
  /** Never changed later: keys would move to other partitions and lose their order. */
  readonly partitions: number;
  readonly retention: 'FOREVER' | { readonly days: number };
  /** The largest message, in bytes of key, value and headers together. */
  readonly messageBytesMax: number;
}

const KIB = 1_024;

/**
 * The register and the targets are kept for good: they are small, and a new reader gets all of them. Messages of ids are
 * kept long enough for a reader that was away. Reports are kept short: a token travels with each.
 */
export const TOPIC_PLANS: readonly TopicPlan[] = [
  { topic: TOPICS.parties, partitions: 3, retention: 'FOREVER', messageBytesMax: 64 * KIB },
  { topic: TOPICS.targets, partitions: 3, retention: 'FOREVER', messageBytesMax: 64 * KIB },
  { topic: TOPICS.agreements, partitions: 12, retention: { days: 90 }, messageBytesMax: 64 * KIB },
  // Its messages have one key, and so one partition.
  { topic: TOPICS.escalations, partitions: 1, retention: { days: 90 }, messageBytesMax: 64 * KIB },
  // The message, and its token in a header.
  { topic: TOPICS.progressReports, partitions: 12, retention: { days: 7 }, messageBytesMax: 80 * KIB },
  // The refused message, in base64 where it is no text, with what is wrong with it.
  { topic: TOPICS.deadLetters, partitions: 3, retention: { days: 90 }, messageBytesMax: 256 * KIB },
];
