import type { Actor, PartyId, PersonId } from '@intekenboek/event-sourcing-core';

/** The person id under which the escalation policy acts. No token is ever made for it. */
export const POLICY_PERSON_ID = 'policy' as PersonId;

/** The register itself, acting for the national programme office. */
export const policyActor = (nationalProgrammeId: PartyId): Actor => ({
  personId: POLICY_PERSON_ID,
  partyId: nationalProgrammeId,
  partyKind: 'NATIONAL_PROGRAMME',
  territory: null,
  roles: [],
});

export const isPolicy = ({ personId, partyKind }: Actor): boolean =>
  personId === POLICY_PERSON_ID && partyKind === 'NATIONAL_PROGRAMME';
