import {
  type HalfYear,
  halfYear,
  isTerritoryWithin,
  POPULATION_DATES,
  populationDateFor,
  populationOfBorders,
  startOf,
  territoryCode,
} from '@intekenboek/reference-data-facts';

import { largestRemainder, statutoryCeil, type Weighted } from './apportionment';
import type { ApportionmentWish, PublishTaakstelling } from './target.commands';
import { TargetRejected } from './target.errors';
import type { ApportionedPart, ApportionmentInputs, TerritoryQuantity } from './target.events';
import { requireText } from './target.rules';
import type { KnownTarget } from './target.state';

export interface Apportionment {
  readonly inputs: ApportionmentInputs;
  readonly parts: readonly ApportionedPart[];
}

type StandIn = PublishTaakstelling['data']['standIn'];

const LEGAL_BASIS = 'Huisvestingswet 2014, art. 29 lid 1 en art. 30';

/** Borders of the first day of the half-year, inhabitants of 1 January of the year before its year. */
export function apportionStatutory(national: number, period: HalfYear, standIn: StandIn): Apportionment {
  const legalPopulationDate = populationDateFor(period);
  const populationDate = standIn?.populationDate ?? legalPopulationDate;
  if (!POPULATION_DATES.includes(populationDate)) {
    throw new TargetRejected('POPULATION_UNKNOWN', {
      rule: '7',
      field: 'standIn',
      populationDate,
      known: POPULATION_DATES,
    });
  }
  const isStandIn = populationDate !== legalPopulationDate;
  if (isStandIn && !standIn?.reason.trim()) {
    throw new TargetRejected('STAND_IN_REASON_MISSING', { rule: '7', field: 'standIn.reason' });
  }
  const bordersOn = startOf(period);
  const population = populationOfBorders(bordersOn, populationDate);
  const weighted = population.municipalities.map(({ code, inhabitants }) => ({
    territory: code,
    weight: inhabitants,
  }));
  return {
    inputs: {
      strategy: 'STATUTORY_CEIL',
      legalBasis: LEGAL_BASIS,
      nationalNumber: national,
      nationalInhabitants: population.nationalTotal,
      legalPopulationDate,
      populationDate,
      standInReason: isStandIn ? (standIn?.reason.trim() ?? null) : null,
      bordersOn,
      source: population.source,
    },
    parts: statutoryCeil(national, population.nationalTotal, weighted),
  };
}

export function apportionByWish(wish: ApportionmentWish, target: KnownTarget): Apportionment {
  const legalBasis = requireText(wish.legalBasis, 'EXPLANATION_MISSING', 'legalBasis');
  if (wish.strategy === 'EXPLICIT') {
    const explanation = requireText(wish.explanation, 'EXPLANATION_MISSING', 'explanation');
    return explicit({ strategy: 'EXPLICIT', legalBasis, explanation }, wish.parts, target, target.quantity);
  }
  const { source, weighted } = populationWithin(target);
  const weightTotal = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const weightName = 'inhabitants';
  return {
    inputs: { strategy: 'LARGEST_REMAINDER', legalBasis, weightName, weightTotal, source },
    parts: largestRemainder(target.quantity, weighted),
  };
}

/** The same way of splitting, for another whole. Null when the target was never split. */
export function splitAnew(
  target: KnownTarget,
  quantity: number,
  parts: readonly TerritoryQuantity[] | null,
): Apportionment | null {
  const { inputs } = target;
  if (inputs === null) return null;
  switch (inputs.strategy) {
    case 'STATUTORY_CEIL': {
      const { populationDate, standInReason } = inputs;
      const standIn = standInReason === null ? null : { populationDate, reason: standInReason };
      return apportionStatutory(quantity, halfYear(target.halfYear ?? ''), standIn);
    }
    case 'LARGEST_REMAINDER': {
      const { weighted } = populationWithin(target);
      return { inputs, parts: largestRemainder(quantity, weighted) };
    }
    case 'EXPLICIT':
      if (parts === null) throw new TargetRejected('PARTS_NEEDED', { rule: '7', field: 'parts' });
      return explicit(inputs, parts, target, quantity);
  }
}

function explicit(
  inputs: ApportionmentInputs,
  parts: readonly TerritoryQuantity[],
  target: KnownTarget,
  whole: number,
): Apportionment {
  const field = 'parts';
  if (parts.length === 0) throw new TargetRejected('APPORTIONMENT_EMPTY', { rule: '7', field });
  const codes = parts.map(({ territory }) => territory);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) {
    throw new TargetRejected('APPORTIONMENT_TERRITORY_TWICE', { rule: '7', field, territory: twice });
  }
  const outside = codes.filter((code) => !isInside(code, target));
  if (outside.length > 0) {
    throw new TargetRejected('APPORTIONMENT_TERRITORY_OUTSIDE', { rule: '7', field, territories: outside });
  }
  const sum = parts.reduce((total, { quantity }) => total + quantity, 0);
  if (sum !== whole) throw new TargetRejected('APPORTIONMENT_SUM_DIFFERS', { rule: '7', field, sum, whole });
  return {
    inputs,
    parts: parts.map(({ territory, quantity }) => ({ territory, quantity, weight: null })),
  };
}

function populationWithin(target: KnownTarget): { source: string; weighted: readonly Weighted[] } {
  // The newest count that may be used for checks; its day and source are kept with the outcome.
  const populationDate = POPULATION_DATES.filter((date) => date <= target.from).at(-1);
  if (populationDate === undefined) {
    throw new TargetRejected('POPULATION_UNKNOWN', { rule: '7', field: 'weight', known: POPULATION_DATES });
  }
  const population = populationOfBorders(target.from, populationDate);
  const weighted = population.municipalities
    .filter(({ code }) => isInside(code, target))
    .map(({ code, inhabitants }) => ({ territory: code, weight: inhabitants }));
  return { source: `${population.source}, ${populationDate}`, weighted };
}

const isInside = (code: string, target: KnownTarget): boolean =>
  isTerritoryWithin(territoryCode(code), territoryCode(target.territory), target.from);
