import { conflict, forbidden, input, notFound } from './rejection-sentences';

/** Who signs, on what conditions, and whether both sides give something: rules 6.1 and 6.4. */
export const DRAFTING_REJECTIONS = {
  AGREEMENT_ALREADY_DRAFTED: conflict(
    'Deze afspraken zijn al opgesteld. Gebruik voor nieuwe afspraken een nieuw opdrachtnummer.',
    'This agreement has been drafted already. Use a new command id for a new agreement.',
  ),
  DRAFTER_NOT_SIGNATORY: forbidden(
    'Uw eigen partij staat niet bij de ondertekenaars. Zet haar erbij: alleen wie meedoet stelt afspraken op.',
    'Your own party is not among the signatories. Add it: only those who take part draft an agreement.',
  ),
  PARTY_UNKNOWN: input(
    'Partij {partyId} staat niet in het register. Controleer het kenmerk of laat de partij inschrijven.',
    'Party {partyId} is not in the register. Check the id, or have the party registered.',
  ),
  PARTY_ENDED: input(
    'Partij {partyId} bestaat sinds {endedOn} niet meer. Neem de rechtsopvolger: {successorIds}.',
    'Party {partyId} ended on {endedOn}. Take its successor: {successorIds}.',
  ),
  PARTY_NOT_YET_VALID: input(
    'Partij {partyId} bestaat pas vanaf {validFrom}. Wacht tot die dag of neem een andere partij.',
    'Party {partyId} exists from {validFrom} only. Wait for that day, or take another party.',
  ),
  SIGNATORIES_TOO_FEW: input(
    'Afspraken maakt u met minstens {min} partijen. Voeg ondertekenaars toe.',
    'An agreement takes at least {min} parties. Add signatories.',
  ),
  SIGNATORIES_TOO_MANY: input(
    'Hoogstens {max} partijen kunnen samen ondertekenen. Verdeel de afspraken.',
    'At most {max} parties can sign together. Divide the agreement.',
  ),
  SIGNATORY_REPEATED: input(
    'Een partij staat twee keer bij de ondertekenaars. Laat haar één keer staan.',
    'A party is named twice among the signatories. Name it once.',
  ),
  MUNICIPALITY_MISSING: input(
    'Lokale afspraken hebben minstens één gemeente nodig. Voeg de gemeente toe.',
    'A local agreement needs at least one municipality. Add it.',
  ),
  CORPORATION_MISSING: input(
    'Lokale afspraken hebben minstens één woningcorporatie nodig. Voeg de corporatie toe.',
    'A local agreement needs at least one housing corporation. Add it.',
  ),
  MUNICIPALITY_OR_PROVINCE_MISSING: input(
    'Een woondeal heeft minstens één gemeente of provincie nodig. Voeg haar toe.',
    'A regional deal needs at least one municipality or province. Add it.',
  ),
  TERM_INVERTED: input(
    'De looptijd eindigt ({until}) voordat hij begint ({from}). Controleer de data.',
    'The term ends ({until}) before it begins ({from}). Check the dates.',
  ),
  TENANTS_MISSING: input(
    'Er doet geen huurdersorganisatie mee. Nodig er een uit, of leg vast dat de huurders niet meedoen en waarom.',
    'No tenants’ organisation takes part. Invite one, or record that tenants declined and why.',
  ),
  NOT_A_TENANTS_ORGANISATION: input(
    'Partij {partyId} is geen huurdersorganisatie. Alleen huurders kunnen zo van de afspraken afzien.',
    'Party {partyId} is not a tenants’ organisation. Only tenants can leave in this way.',
  ),
  TENANTS_HAVE_NOT_DECLINED: forbidden(
    'Deze huurdersorganisatie heeft niet zelf geweigerd. Alleen zijzelf kan vastleggen dat zij niet meedoet.',
    'This tenants’ organisation has not declined itself. Only it can record that it does not take part.',
  ),
  TENANTS_STILL_NAMED: conflict(
    'De huurdersorganisatie staat nog in deze afspraken: {commitmentIds}. Wijzig die eerst.',
    'The tenants’ organisation is still named in these commitments: {commitmentIds}. Revise them first.',
  ),
  COMMITMENTS_MISSING: input(
    'Er staat nog geen enkele afspraak in de tekst. Voeg er minstens één toe.',
    'There is no commitment in the text yet. Add at least one.',
  ),
  COMMITMENTS_TOO_MANY: input(
    'Er kunnen hoogstens {max} afspraken in één tekst staan. Verdeel ze.',
    'At most {max} commitments can stand in one text. Divide them.',
  ),
  RECIPROCITY_MISSING: input(
    'Alleen één partij ({debtorIds}) belooft iets. Laat ook een ander iets beloven, of leg uit waarom dat niet hoeft.',
    'Only one party ({debtorIds}) promises something. Let another promise something too, or explain why not.',
  ),
  CONDITION_ALREADY_ADDED: conflict(
    'Voorwaarde {conditionId} bestaat al met een andere inhoud. Kies een nieuw kenmerk.',
    'Condition {conditionId} exists already with another content. Choose a new id.',
  ),
  CONDITION_REPEATED: conflict(
    'Deze twee afspraken hangen al van elkaar af door voorwaarde {earlier}.',
    'These two commitments already depend on each other by condition {earlier}.',
  ),
  CONDITION_UNKNOWN: notFound(
    'Voorwaarde {conditionId} staat niet in deze tekst.',
    'Condition {conditionId} is not in this text.',
  ),
  CONDITION_OF_ONE_PARTY: input(
    'Beide afspraken zijn van dezelfde partij ({partyId}). Een voorwaarde verbindt twee verschillende partijen.',
    'Both commitments are of the same party ({partyId}). A condition connects two different parties.',
  ),
  CONDITION_CYCLE: input(
    'Zo wacht iedereen op iedereen: {chain}. Haal één voorwaarde uit deze kring.',
    'Like this everyone waits for everyone: {chain}. Take one condition out of this circle.',
  ),
  CONDITION_NEEDS_COMMITMENT: conflict(
    'Deze afspraak is nog nodig voor voorwaarde {conditionIds}. Verwijder die voorwaarde eerst.',
    'Condition {conditionIds} still needs this commitment. Remove that condition first.',
  ),
  NEEDED_BY_OUTSIDE_TERM: input(
    'De dag waarop het nodig is ({neededBy}) valt buiten de looptijd, {termFrom} tot en met {termUntil}.',
    'The day by which it is needed ({neededBy}) lies outside the term, {termFrom} to {termUntil}.',
  ),
  NEEDED_BY_AFTER_DEADLINE: input(
    'De dag waarop het nodig is ({neededBy}) komt na de uiterste dag van de afspraak die wacht ({deadline}).',
    'The day by which it is needed ({neededBy}) comes after the deadline of the commitment that waits ({deadline}).',
  ),
} as const;
