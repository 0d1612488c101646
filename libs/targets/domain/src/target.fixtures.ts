import { calendarDate, uuidOf } from '@intekenboek/event-sourcing-core';

import type { TargetId, TargetSet } from './target.events';

export const TARGET = uuidOf('target:1') as TargetId;
export const EARLIER = uuidOf('target:0') as TargetId;

export const targetSet = (part: Partial<TargetSet['data']> = {}): TargetSet => ({
  type: 'TargetSet',
  data: {
    targetId: TARGET,
    name: 'Sociale huurwoningen',
    resultKind: 'DWELLINGS_DELIVERED',
    unit: 'DWELLINGS',
    territory: 'PV27',
    from: calendarDate('2022-01-01'),
    until: calendarDate('2030-12-31'),
    quantity: 1_000,
    milestones: [],
    realisedBy: 'COMMITMENTS',
    source: 'Woondeal',
    legalBasis: null,
    ...part,
  },
});
