import type { RejectionDetails } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';
import { requireAmount } from './amount';
import type { CommitmentWording } from './commitment';
import type { Measure, MeasureKind } from './measure';
import type { ResultKindFacts } from './reference';
import { requireText, SHORT_TEXT } from './wording';

/** What every rejection of one commitment says, completed with the offending field. */
export type DetailsOn = (field: string) => RejectionDetails;

/**
 * The measure fits the result kind and is a number that can be reached (rule 6.2).
 * @throws AgreementRejected MEASURE_UNFIT, BAND_INVERTED, SHARE_OUT_OF_RANGE, SHARES_MIXED, or one of amounts or texts.
 */
export function requireMeasure(
  commitment: CommitmentWording,
  resultKind: ResultKindFacts,
  on: DetailsOn,
): void {
  const { measure } = commitment;
  const fitting = fittingMeasures(resultKind);
  if (!fitting.includes(measure.kind)) {
    throw new AgreementRejected('MEASURE_UNFIT', {
      ...on('measure'),
      measure: measure.kind,
      resultKind: commitment.resultKind,
      fitting,
    });
  }
  requireNumbers(measure, resultKind.isWhole, on);
  if (measure.kind === 'SHARE') requireOneKindOfShare(commitment, measure.denominator, on);
}

// A percentage means nothing without its denominator, which only a SHARE names. An effort fits everything.
function fittingMeasures({ unit }: ResultKindFacts): readonly MeasureKind[] {
  if (unit === 'PERCENT') return ['SHARE', 'EFFORT'];
  if (unit === 'DONE') return ['PROCESS_RESULT', 'EFFORT'];
  return ['AMOUNT', 'BAND', 'MAXIMUM', 'EFFORT'];
}

function requireNumbers(measure: Measure, isWhole: boolean, on: DetailsOn): void {
  switch (measure.kind) {
    case 'AMOUNT':
    case 'MAXIMUM':
      return requireAmount(measure.amount, isWhole, on('measure.amount'));
    case 'BAND': {
      const { min, max } = measure;
      requireAmount(min, isWhole, on('measure.min'));
      requireAmount(max, isWhole, on('measure.max'));
      if (min >= max) throw new AgreementRejected('BAND_INVERTED', { ...on('measure.max'), min, max });
      return;
    }
    case 'SHARE': {
      const { percent, denominator } = measure;
      if (!(percent > 0 && percent <= 100)) {
        throw new AgreementRejected('SHARE_OUT_OF_RANGE', { ...on('measure.percent'), percent });
      }
      return requireText(denominator, SHORT_TEXT, on('measure.denominator'));
    }
    case 'PROCESS_RESULT':
      return requireText(measure.result, SHORT_TEXT, on('measure.result'));
    case 'EFFORT':
      return;
  }
}

const NEW_BUILD_WORDS = /nieuw-?\s?bouw|new[-\s]?build|op te leveren|woningbouw/i;
const STOCK_WORDS = /voorraad|\bstock\b|\bbezit\b/i;

/**
 * 30 % has two meanings that must never be mixed (domain section 7): a share of the dwellings that stand in a
 * municipality, and a share of what is newly built in a region. The words and the result kind must tell the same.
 */
function requireOneKindOfShare(commitment: CommitmentWording, denominator: string, on: DetailsOn): void {
  const { resultKind, dwellingKind } = commitment;
  const namesNewBuild = NEW_BUILD_WORDS.test(denominator);
  const namesStock = STOCK_WORDS.test(denominator);
  const isMixed =
    (resultKind === 'STOCK_SHARE' && (namesNewBuild || dwellingKind === 'NEW_BUILD')) ||
    (resultKind === 'NEW_BUILD_SHARE' && (namesStock || dwellingKind === 'EXISTING_STOCK'));
  if (!isMixed) return;
  throw new AgreementRejected('SHARES_MIXED', {
    ...on('measure.denominator'),
    resultKind,
    denominator,
    expected:
      resultKind === 'STOCK_SHARE'
        ? 'dwellings that stand in a municipality (bestaande voorraad)'
        : 'dwellings newly built in a region (nieuwbouw)',
  });
}
