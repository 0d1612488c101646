import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';
import {
  type ApportionedPart,
  decodeTargetEvent,
  TARGET_EVENT_TYPES,
  type TerritoryQuantity,
} from '@intekenboek/targets-domain';

const partsOf = (parts: readonly (ApportionedPart | TerritoryQuantity)[]) =>
  parts.map(({ territory, quantity }) => ({ territory, quantity }));

/** What other contexts may know of targets: numbers, parts and results; the inputs stay to be asked here. */
export const targetIntegration: IntegrationTranslator = {
  eventTypes: TARGET_EVENT_TYPES,
  translate: (recorded) => {
    const { type, data } = decodeTargetEvent(recorded.type, recorded.data);
    const { targetId } = data;
    switch (type) {
      case 'TargetSet': {
        const { name, resultKind, unit, territory, from, until, quantity, milestones, realisedBy } = data;
        const own = { targetId, name, resultKind, unit, territory, from, until, quantity, milestones };
        const how = { realisedBy, route: 'AGREED' as const, halfYear: null };
        return [{ type: 'targets.target-set.v1', data: { ...own, ...how } }];
      }
      case 'TaakstellingPublished': {
        const { halfYear, persons, from, until } = data;
        const name = `Taakstelling huisvesting vergunninghouders ${halfYear}`;
        const fixed = { resultKind: 'PERSONS_HOUSED', unit: 'PERSONS', territory: 'NL', milestones: [] };
        const how = { realisedBy: 'RECORDED' as const, route: 'STATUTORY' as const, halfYear };
        return [
          {
            type: 'targets.target-set.v1',
            data: { targetId, name, from, until, quantity: persons, ...fixed, ...how },
          },
        ];
      }
      case 'TargetApportioned': {
        const { strategy } = data.inputs;
        return [
          { type: 'targets.target-apportioned.v1', data: { targetId, strategy, parts: partsOf(data.parts) } },
        ];
      }
      case 'TargetRevised': {
        const { quantity, apportionment } = data;
        return [
          {
            type: 'targets.target-revised.v1',
            data: { targetId, quantity, parts: partsOf(apportionment?.parts ?? []) },
          },
        ];
      }
      case 'BacklogRecorded':
        return [
          {
            type: 'targets.backlog-recorded.v1',
            data: { targetId, on: data.on, parts: partsOf(data.parts) },
          },
        ];
      case 'RealisationRecorded':
        return [
          {
            type: 'targets.realisation-recorded.v1',
            data: { targetId, upTo: data.upTo, parts: partsOf(data.parts) },
          },
        ];
    }
  },
};
