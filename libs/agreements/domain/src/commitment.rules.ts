import type { RejectionDetails } from '@intekenboek/event-sourcing-core';

import { AgreementRejected, type AgreementRejection } from './agreement.errors';
import type { AgreementTerms } from './agreement-terms';
import type { Commitment, CommitmentWording } from './commitment';
import { isMeasurable } from './measure';
import { type DetailsOn, requireMeasure } from './measure.rules';
import { isCodeOn, type ReferenceList, resultKindOn } from './reference';
import { requireTerritory } from './territory.rules';
import { requireText, requireUuid, SENTENCE, SHORT_TEXT } from './wording';
import { requireYearSlices } from './year-slices.rules';

/**
 * A commitment that keeps rule 6.2, with the unit that follows from its result kind.
 * @throws AgreementRejected, always with the rule, the commitment and the offending field.
 */
export function requireCommitment(terms: AgreementTerms, commitment: CommitmentWording): Commitment {
  const on = (field: string): RejectionDetails => ({
    rule: '6.2',
    field,
    commitmentId: commitment.commitmentId,
  });
  requireUuid(commitment.commitmentId, on('commitmentId'));
  requireText(commitment.text, SENTENCE, on('text'));
  requireParties(terms, commitment, on);
  const resultKind = resultKindOn(commitment.resultKind, commitment.from);
  if (resultKind === undefined) {
    throw new AgreementRejected('RESULT_KIND_UNKNOWN', {
      ...on('resultKind'),
      code: commitment.resultKind,
      date: commitment.from,
    });
  }
  requireMeasure(commitment, resultKind, on);
  requirePeriod(terms, commitment, on);
  requireTerritory(terms, commitment, on('territory'));
  requireCodes(commitment, on);
  requireYearSlices(commitment, resultKind.isWhole, on('yearSlices'));
  requireCounting(commitment, on('countsTowards'));
  // What cannot be measured has no figures, so it needs no source for them.
  if (isMeasurable(commitment.measure) || commitment.source !== '') {
    requireText(commitment.source, SHORT_TEXT, on('source'));
  }
  return commitmentOf(commitment, resultKind.unit);
}

function requireParties(terms: AgreementTerms, commitment: CommitmentWording, on: DetailsOn): void {
  const { debtorId, creditors } = commitment;
  if (!terms.signatories.has(debtorId)) {
    throw new AgreementRejected('DEBTOR_NOT_SIGNATORY', { ...on('debtorId'), partyId: debtorId });
  }
  if (creditors.length === 0) throw new AgreementRejected('CREDITOR_MISSING', on('creditors'));
  if (creditors.every((creditor) => creditor === debtorId)) {
    throw new AgreementRejected('CREDITOR_IS_DEBTOR', { ...on('creditors'), partyId: debtorId });
  }
  if (new Set(creditors).size < creditors.length) {
    throw new AgreementRejected('CREDITOR_REPEATED', on('creditors'));
  }
  for (const creditor of creditors) {
    if (creditor === 'PUBLIC' || terms.signatories.has(creditor)) continue;
    throw new AgreementRejected('CREDITOR_NOT_SIGNATORY', { ...on('creditors'), partyId: creditor });
  }
}

function requirePeriod(terms: AgreementTerms, { from, deadline }: CommitmentWording, on: DetailsOn): void {
  if (from > deadline) throw new AgreementRejected('PERIOD_INVERTED', { ...on('deadline'), from, deadline });
  const term = { from: terms.from, until: terms.until };
  if (from < term.from) {
    throw new AgreementRejected('PERIOD_OUTSIDE_TERM', { ...on('from'), date: from, ...termDetails(term) });
  }
  if (deadline > term.until) {
    throw new AgreementRejected('PERIOD_OUTSIDE_TERM', {
      ...on('deadline'),
      date: deadline,
      ...termDetails(term),
    });
  }
}

const termDetails = ({ from, until }: { from: string; until: string }) => ({
  termFrom: from,
  termUntil: until,
});

function requireCodes(commitment: CommitmentWording, on: DetailsOn): void {
  const { theme, targetGroups, priceSegment, dwellingKind } = commitment;
  const date = commitment.from;
  const requireCode = (list: CodeList, code: string | null) => {
    if (code === null || isCodeOn(list.name, code, date)) return;
    throw new AgreementRejected(list.unknown, { ...on(list.field), code, date });
  };
  requireCode(THEMES, theme);
  for (const group of targetGroups) requireCode(TARGET_GROUPS, group);
  if (new Set(targetGroups).size < targetGroups.length) {
    throw new AgreementRejected('TARGET_GROUP_REPEATED', on('targetGroups'));
  }
  requireCode(PRICE_SEGMENTS, priceSegment);
  requireCode(DWELLING_KINDS, dwellingKind);
}

interface CodeList {
  readonly name: ReferenceList;
  readonly field: keyof CommitmentWording;
  readonly unknown: AgreementRejection;
}

const THEMES: CodeList = { name: 'THEMES', field: 'theme', unknown: 'THEME_UNKNOWN' };
const TARGET_GROUPS: CodeList = {
  name: 'TARGET_GROUPS',
  field: 'targetGroups',
  unknown: 'TARGET_GROUP_UNKNOWN',
};
const PRICE_SEGMENTS: CodeList = {
  name: 'PRICE_SEGMENTS',
  field: 'priceSegment',
  unknown: 'PRICE_SEGMENT_UNKNOWN',
};
const DWELLING_KINDS: CodeList = {
  name: 'DWELLING_KINDS',
  field: 'dwellingKind',
  unknown: 'DWELLING_KIND_UNKNOWN',
};

function requireCounting({ measure, countsTowards }: CommitmentWording, details: RejectionDetails): void {
  if (countsTowards.length > 0 && !isMeasurable(measure)) {
    throw new AgreementRejected('COUNTS_WITHOUT_MEASURE', details);
  }
  if (new Set(countsTowards).size < countsTowards.length) {
    throw new AgreementRejected('COUNTS_TOWARDS_REPEATED', details);
  }
  for (const targetId of countsTowards) requireUuid(targetId, details);
}

// Field by field: what else the sender may have put into the command is not stored.
const commitmentOf = (wording: CommitmentWording, unit: string): Commitment => ({
  commitmentId: wording.commitmentId,
  text: wording.text,
  debtorId: wording.debtorId,
  creditors: wording.creditors,
  resultKind: wording.resultKind,
  measure: wording.measure,
  unit,
  from: wording.from,
  deadline: wording.deadline,
  territory: wording.territory,
  theme: wording.theme,
  targetGroups: wording.targetGroups,
  priceSegment: wording.priceSegment,
  dwellingKind: wording.dwellingKind,
  yearSlices: wording.yearSlices,
  source: wording.source,
  countsTowards: wording.countsTowards,
});
