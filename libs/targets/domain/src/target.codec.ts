import { asStored, eventCodec } from '@intekenboek/event-sourcing-core';

import type { TargetEvent } from './target.events';

export const decodeTargetEvent = eventCodec<TargetEvent>({
  TargetSet: asStored,
  TaakstellingPublished: asStored,
  TargetApportioned: asStored,
  TargetRevised: asStored,
  BacklogRecorded: asStored,
  RealisationRecorded: asStored,
});

export const TARGET_EVENT_TYPES: readonly TargetEvent['type'][] = [
  'TargetSet',
  'TaakstellingPublished',
  'TargetApportioned',
  'TargetRevised',
  'BacklogRecorded',
  'RealisationRecorded',
];
