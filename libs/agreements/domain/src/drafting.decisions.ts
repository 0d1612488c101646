import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { DraftAgreement } from './agreement.commands';
import { AgreementRejected } from './agreement.errors';
import type { AgreementEvent } from './agreement.events';
import type { Agreement } from './agreement.state';
import type { AgreementKind } from './agreement-terms';
import { requireParty, requireRole } from './guards';
import type { PartyFacts, Signatory } from './signatory';
import { requireText, requireUuid, SHORT_TEXT, TITLE } from './wording';

const SIGNATORIES_MAX = 100;

/** A new agreement, of parties that exist today, of which the drafter's is one. */
export function draft(
  { data, meta, parties }: DraftAgreement,
  agreement: Agreement,
): readonly AgreementEvent[] {
  requireNotYetDrafted(agreement, { data, meta });
  const { agreementId, kind, title, signatoryIds, from, until, visibility, legalBasis } = data;
  requireRole(meta.actor, 'DRAFTER');
  if (!signatoryIds.includes(meta.actor.partyId)) {
    throw new AgreementRejected('DRAFTER_NOT_SIGNATORY', { field: 'signatoryIds' });
  }
  requireUuid(agreementId, { field: 'agreementId' });
  requireText(title, TITLE, { field: 'title' });
  if (legalBasis !== null) requireText(legalBasis, SHORT_TEXT, { field: 'legalBasis' });
  if (from > until) throw new AgreementRejected('TERM_INVERTED', { field: 'until', from, until });

  const signatories = requireSignatories(signatoryIds, parties, meta.today);
  requireComposition(kind, signatories);
  const draftedBy = meta.actor.partyId;
  const heading = { agreementId, kind, title, signatories, from, until, visibility, legalBasis };
  return [{ type: 'AgreementDrafted', data: { ...heading, draftedBy } }];
}

function requireNotYetDrafted(agreement: Agreement, { meta }: Pick<DraftAgreement, 'data' | 'meta'>): void {
  if (agreement.status === 'NOT_DRAFTED') return;
  requireParty(agreement, meta.actor);
  throw new AgreementRejected('AGREEMENT_ALREADY_DRAFTED', { status: agreement.status });
}

function requireSignatories(
  signatoryIds: readonly PartyId[],
  parties: readonly PartyFacts[],
  today: CalendarDate,
): readonly Signatory[] {
  const details = { rule: '6.1', field: 'signatoryIds' };
  if (signatoryIds.length < 2) throw new AgreementRejected('SIGNATORIES_TOO_FEW', { ...details, min: 2 });
  if (signatoryIds.length > SIGNATORIES_MAX) {
    throw new AgreementRejected('SIGNATORIES_TOO_MANY', { ...details, max: SIGNATORIES_MAX });
  }
  if (new Set(signatoryIds).size < signatoryIds.length) {
    throw new AgreementRejected('SIGNATORY_REPEATED', details);
  }
  return signatoryIds.map((partyId) => {
    const known = parties.find((party) => party.partyId === partyId);
    if (known === undefined) throw new AgreementRejected('PARTY_UNKNOWN', { ...details, partyId });
    return signatoryOn(known, today);
  });
}

function signatoryOn(party: PartyFacts, today: CalendarDate): Signatory {
  const { partyId, kind, territory, workingArea, validFrom, endedOn, successorIds } = party;
  const details = { rule: '6.1', field: 'signatoryIds', partyId };
  if (endedOn !== null && endedOn <= today) {
    throw new AgreementRejected('PARTY_ENDED', { ...details, endedOn, successorIds });
  }
  if (validFrom > today) throw new AgreementRejected('PARTY_NOT_YET_VALID', { ...details, validFrom });
  return { partyId, kind, territory, workingArea };
}

function requireComposition(kind: AgreementKind, signatories: readonly Signatory[]): void {
  const details = { rule: '6.1', field: 'signatoryIds' };
  const has = (...kinds: readonly Signatory['kind'][]) =>
    signatories.some((signatory) => kinds.includes(signatory.kind));
  switch (kind) {
    case 'LOCAL':
      if (!has('MUNICIPALITY')) throw new AgreementRejected('MUNICIPALITY_MISSING', details);
      if (!has('CORPORATION')) throw new AgreementRejected('CORPORATION_MISSING', details);
      return;
    case 'REGIONAL_DEAL':
      // Without one of them there is no territory in which anything could be promised.
      if (!has('MUNICIPALITY', 'PROVINCE')) {
        throw new AgreementRejected('MUNICIPALITY_OR_PROVINCE_MISSING', details);
      }
      return;
    case 'NATIONAL_ACCORD':
      return;
  }
}
