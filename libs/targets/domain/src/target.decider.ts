import type { Decider } from '@intekenboek/event-sourcing-core';

import { apportionByWish, splitAnew } from './apportionment.decisions';
import {
  requireRealisationAuthority,
  requireTaakstellingAuthority,
  requireTerritoryAuthority,
} from './authority';
import { backlogFrom, recordBacklog } from './backlog.decisions';
import { recordRealisation } from './realisation.decisions';
import { publishTaakstelling } from './taakstelling.decisions';
import type { ApportionTarget, ReviseTarget, SetTarget, TargetCommand } from './target.commands';
import { TargetRejected } from './target.errors';
import type { TargetEvent } from './target.events';
import {
  requireId,
  requirePeriod,
  requireQuantity,
  requireResultKind,
  requireTerritory,
  requireText,
} from './target.rules';
import { evolve, type KnownTarget, notSet, type Target } from './target.state';
import { requirePath } from './path';

type Events = readonly TargetEvent[];

/** Targets and their apportionment (domain section 7). One stream per target, so that a split is never half done. */
export const targetDecider: Decider<TargetCommand, TargetEvent, Target> = {
  initialState: notSet,
  decide,
  evolve,
};

function decide(command: TargetCommand, target: Target): Events {
  const { type, data, meta } = command;
  if (type === 'SetTarget') {
    requireTerritoryAuthority(meta.actor, data.territory, data.from);
    return setTarget(data, target);
  }
  if (type === 'PublishTaakstelling') {
    requireTaakstellingAuthority(meta.actor);
    return publishTaakstelling(data, target);
  }
  if (target.status === 'NotSet') throw new TargetRejected('TARGET_UNKNOWN');

  switch (type) {
    case 'ApportionTarget':
      requireTerritoryAuthority(meta.actor, target.territory, target.from);
      return apportion(data, target);
    case 'ReviseTarget':
      if (target.halfYear === null) requireTerritoryAuthority(meta.actor, target.territory, target.from);
      else requireTaakstellingAuthority(meta.actor);
      return revise(data, target);
    case 'CarryOverBacklog':
      requireTaakstellingAuthority(meta.actor);
      return backlogFrom(command, target);
    case 'RecordBacklog':
      requireTaakstellingAuthority(meta.actor);
      return recordBacklog(data, target);
    case 'RecordRealisation':
      requireRealisationAuthority(meta.actor, target);
      return recordRealisation(data, target, meta.today);
  }
}

function setTarget(data: SetTarget['data'], target: Target): Events {
  if (target.status !== 'NotSet') throw new TargetRejected('TARGET_ALREADY_SET');
  const { targetId, territory, from, until, quantity, milestones, realisedBy, legalBasis } = data;
  requireId(targetId);
  const name = requireText(data.name, 'TARGET_NAME_MISSING', 'name');
  const source = requireText(data.source, 'TARGET_SOURCE_MISSING', 'source');
  requirePeriod(from, until);
  requireTerritory(territory, from);
  const { code: resultKind, unit } = requireResultKind(data.resultKind, territory, from);
  requireQuantity(quantity, unit);
  requirePath(milestones, { from, until }, quantity);
  return [
    {
      type: 'TargetSet',
      data: {
        targetId,
        name,
        resultKind,
        unit,
        territory,
        from,
        until,
        quantity,
        milestones,
        realisedBy,
        source,
        legalBasis,
      },
    },
  ];
}

function apportion({ targetId, wish }: ApportionTarget['data'], target: KnownTarget): Events {
  if (target.halfYear !== null) {
    throw new TargetRejected('APPORTIONMENT_STATUTORY', {
      rule: '7',
      field: 'strategy',
      halfYear: target.halfYear,
    });
  }
  return [{ type: 'TargetApportioned', data: { targetId, ...apportionByWish(wish, target) } }];
}

/** A revision is an event beside the old number, never an overwrite (2025-H1: 17,700 became 15,000). */
function revise(data: ReviseTarget['data'], target: KnownTarget): Events {
  const { targetId, quantity } = data;
  const reason = requireText(data.reason, 'TARGET_REASON_MISSING', 'reason');
  const source = requireText(data.source, 'TARGET_SOURCE_MISSING', 'source');
  requireQuantity(quantity, target.resultKind === 'PERSONS_HOUSED' ? 'PERSONS' : null);
  if (quantity === target.quantity) return [];
  const apportionment = splitAnew(target, quantity, data.parts);
  const previousQuantity = target.quantity;
  return [
    { type: 'TargetRevised', data: { targetId, previousQuantity, quantity, reason, source, apportionment } },
  ];
}
