import { type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';
import type { GraphQLScalarType } from 'graphql';

import { textScalar } from './text-scalar';

/** Use as `@Field(() => CalendarDateScalar)`; the value is a `CalendarDate` of the kernel. */
export const CalendarDateScalar: GraphQLScalarType<CalendarDate, string> = textScalar({
  name: 'CalendarDate',
  description:
    'A day on the calendar of the parties (kalenderdag, Europe/Amsterdam), ISO 8601: `2026-11-21`. A deadline ends when that day ends.',
  parse: calendarDate,
  reason: 'DATE_INVALID',
  nl: '"{text}" is geen bestaande dag. Schrijf een dag als jjjj-mm-dd, bijvoorbeeld 2026-11-21.',
  en: '"{text}" is not an existing day. Write a day as yyyy-mm-dd, for example 2026-11-21.',
});
