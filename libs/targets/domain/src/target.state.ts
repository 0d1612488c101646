import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import type {
  ApportionmentInputs,
  RealisationSource,
  TargetEvent,
  TargetId,
  TerritoryQuantity,
} from './target.events';

export interface LatestRealisation {
  readonly upTo: CalendarDate;
  readonly quantity: number;
}

export interface KnownTarget {
  readonly status: 'Set';
  readonly targetId: TargetId;
  readonly territory: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly quantity: number;
  readonly resultKind: string;
  readonly realisedBy: RealisationSource;
  readonly halfYear: string | null;
  readonly inputs: ApportionmentInputs | null;
  readonly parts: ReadonlyMap<string, number>;
  readonly backlog: ReadonlyMap<string, number>;
  /** Per territory and day; the same day again replaces what was recorded for it. */
  readonly realised: ReadonlyMap<string, readonly LatestRealisation[]>;
}

export type Target = { readonly status: 'NotSet' } | KnownTarget;

export const notSet: Target = { status: 'NotSet' };

const nothingYet = {
  inputs: null,
  parts: new Map<string, number>(),
  backlog: new Map<string, number>(),
  realised: new Map<string, readonly LatestRealisation[]>(),
};

export function evolve(target: Target, { type, data }: TargetEvent): Target {
  if (type === 'TargetSet') {
    const { targetId, territory, from, until, quantity, resultKind, realisedBy } = data;
    const own = { targetId, territory, from, until, quantity, resultKind, realisedBy };
    return { status: 'Set', ...own, halfYear: null, ...nothingYet };
  }
  if (type === 'TaakstellingPublished') {
    const { targetId, from, until, persons, halfYear } = data;
    const fixed = { territory: 'NL', resultKind: 'PERSONS_HOUSED', realisedBy: 'RECORDED' } as const;
    return { status: 'Set', targetId, from, until, quantity: persons, halfYear, ...fixed, ...nothingYet };
  }
  if (target.status === 'NotSet') throw new Error(`${type} came before the target.`);

  switch (type) {
    case 'TargetApportioned':
      return { ...target, inputs: data.inputs, parts: byTerritory(data.parts) };
    case 'TargetRevised': {
      const { quantity, apportionment } = data;
      if (apportionment === null) return { ...target, quantity };
      return { ...target, quantity, inputs: apportionment.inputs, parts: byTerritory(apportionment.parts) };
    }
    case 'BacklogRecorded':
      return { ...target, backlog: byTerritory(data.parts) };
    case 'RealisationRecorded':
      return { ...target, realised: withRealisation(target.realised, data.upTo, data.parts) };
  }
}

function withRealisation(
  realised: KnownTarget['realised'],
  upTo: CalendarDate,
  parts: readonly TerritoryQuantity[],
): KnownTarget['realised'] {
  const next = new Map(realised);
  for (const { territory, quantity } of parts) {
    const others = (next.get(territory) ?? []).filter((known) => known.upTo !== upTo);
    next.set(
      territory,
      [...others, { upTo, quantity }].sort((a, b) => (a.upTo < b.upTo ? -1 : 1)),
    );
  }
  return next;
}

const byTerritory = (parts: readonly TerritoryQuantity[]): ReadonlyMap<string, number> =>
  new Map(parts.map(({ territory, quantity }) => [territory, quantity]));

/** What is still undone per territory at the end: its part plus its backlog less what was reached. */
export const remaindersOf = (target: KnownTarget): readonly TerritoryQuantity[] =>
  [...target.parts].map(([territory, quantity]) => ({
    territory,
    quantity:
      quantity +
      (target.backlog.get(territory) ?? 0) -
      (target.realised.get(territory)?.at(-1)?.quantity ?? 0),
  }));
