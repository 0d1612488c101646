import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { territoryCode, territoryName } from '@intekenboek/reference-data-facts';
import type { ApportionmentInputs } from '@intekenboek/targets-domain';
import type { TargetPartRow, TargetRow } from '@intekenboek/targets-read-model';

import type { ApportionmentType, TargetPartType, TargetType } from './target.types';

export const targetOf = (row: TargetRow): TargetType => ({
  id: row.target_id,
  name: row.name,
  resultKind: row.result_kind,
  unit: row.unit,
  territory: row.territory,
  from: row.from_day,
  until: row.until_day,
  quantity: row.quantity,
  numbers: row.numbers,
  milestones: row.milestones,
  realisedBy: row.realised_by,
  legalBasis: row.legal_basis,
  halfYear: row.half_year,
  publishedOn: row.published_on,
  isPublishedInTime: row.is_published_in_time,
  backlogFrom: row.backlog_from,
  backlogSource: row.backlog_source,
  apportionment: apportionmentOf(row),
});

function apportionmentOf(row: TargetRow): ApportionmentType | null {
  if (row.inputs === null) return null;
  return {
    ...inputsOf(row.inputs),
    sumOfParts: row.parts_sum ?? 0,
    partsCount: row.parts_count,
  };
}

function inputsOf(inputs: ApportionmentInputs): Omit<ApportionmentType, 'sumOfParts' | 'partsCount'> {
  const { strategy, legalBasis } = inputs;
  const none = { weightTotal: null, source: null, ...noPopulation };
  switch (inputs.strategy) {
    case 'STATUTORY_CEIL': {
      const { legalPopulationDate, populationDate, standInReason, bordersOn, source } = inputs;
      const dates = { legalPopulationDate, populationDate, standInReason, bordersOn };
      const explanation =
        'Het landelijke aantal maal de inwoners van de gemeente, gedeeld door de inwoners van Nederland, ' +
        'naar boven afgerond. De som van de gemeenten ligt daardoor boven het landelijke aantal.';
      return { strategy, legalBasis, explanation, weightTotal: inputs.nationalInhabitants, source, ...dates };
    }
    case 'LARGEST_REMAINDER': {
      const explanation = `Naar verhouding (${inputs.weightName}), met de grootste rest; de som is precies het geheel.`;
      const { weightTotal, source } = inputs;
      return { strategy, legalBasis, explanation, ...none, weightTotal, source };
    }
    case 'EXPLICIT':
      return { strategy, legalBasis, explanation: inputs.explanation, ...none };
  }
}

const noPopulation = {
  legalPopulationDate: null,
  populationDate: null,
  standInReason: null,
  bordersOn: null,
};

export const partOf = (target: TargetRow, row: TargetPartRow): TargetPartType => ({
  territory: row.territory,
  territoryName: nameOf(row.territory, target.from_day),
  weight: row.weight,
  quantity: row.quantity,
  calculation: calculationOf(target, row),
  backlog: row.backlog,
  realised: latest(row),
  realisations: row.realisations,
});

const nameOf = (territory: string, on: CalendarDate) => territoryName(territoryCode(territory), on);

// The latest day counts, and of one day the latest record.
function latest({ realisations }: TargetPartRow): number | null {
  const last = realisations.reduce<TargetPartRow['realisations'][number] | null>(
    (best, next) => (best === null || next.upTo >= best.upTo ? next : best),
    null,
  );
  return last?.quantity ?? null;
}

function calculationOf(target: TargetRow, { weight, quantity }: TargetPartRow): string | null {
  const { inputs } = target;
  if (inputs === null || weight === null || quantity === null || inputs.strategy === 'EXPLICIT') return null;
  const total = inputs.strategy === 'STATUTORY_CEIL' ? inputs.nationalInhabitants : inputs.weightTotal;
  const exact = ((target.quantity * weight) / total).toFixed(4);
  return `${target.quantity} × ${weight} / ${total} = ${exact} → ${quantity}`;
}
