import { addDays } from '@intekenboek/event-sourcing-core';
import { endOf, halfYear, startOf } from '@intekenboek/reference-data-facts';

import { apportionStatutory } from './apportionment.decisions';
import type { PublishTaakstelling } from './target.commands';
import { TargetRejected } from './target.errors';
import type { TargetEvent } from './target.events';
import { requireId, requireQuantity, requireText } from './target.rules';
import type { Target } from './target.state';

// Huisvestingswet 2014 art. 29 paragraph 1 a: published at least thirteen weeks before the half-year begins.
const NOTICE_DAYS = 13 * 7;

/** The national number and its split come in one decision: neither exists without the other. */
export function publishTaakstelling(
  data: PublishTaakstelling['data'],
  target: Target,
): readonly TargetEvent[] {
  if (target.status !== 'NotSet') throw new TargetRejected('TARGET_ALREADY_SET');
  const { targetId, persons, publishedOn, standIn } = data;
  requireId(targetId);
  const period = halfYear(data.halfYear);
  const source = requireText(data.source, 'TARGET_SOURCE_MISSING', 'source');
  requireQuantity(persons, 'PERSONS');
  const [from, until] = [startOf(period), endOf(period)];
  const isPublishedInTime = publishedOn <= addDays(from, -NOTICE_DAYS);
  return [
    {
      type: 'TaakstellingPublished',
      data: {
        targetId,
        halfYear: period,
        persons,
        publishedOn,
        isPublishedInTime,
        from,
        until,
        source,
      },
    },
    { type: 'TargetApportioned', data: { targetId, ...apportionStatutory(persons, period, standIn) } },
  ];
}
