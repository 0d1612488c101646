import { type Instant, instant } from '@intekenboek/event-sourcing-core';
import type { GraphQLScalarType } from 'graphql';

import { textScalar } from './text-scalar';

/** Use as `@Field(() => InstantScalar)`; the value is an `Instant` of the kernel. */
export const InstantScalar: GraphQLScalarType<Instant, string> = textScalar({
  name: 'Instant',
  description:
    'A moment (tijdstip), ISO 8601 with its offset: `2026-11-21T10:00:00+01:00`. Answers are in UTC with milliseconds: `2026-11-21T09:00:00.000Z`.',
  parse: instant,
  reason: 'INSTANT_INVALID',
  nl: '"{text}" is geen tijdstip. Schrijf een tijdstip met tijdzone, bijvoorbeeld 2026-11-21T10:00:00+01:00.',
  en: '"{text}" is not a moment in time. Write it with its time zone, for example 2026-11-21T10:00:00+01:00.',
});
