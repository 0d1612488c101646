import type { PartyRejection } from '@intekenboek/parties-domain';
import type { RejectionTable } from '@intekenboek/platform-nest';

const input = (nl: string, en: string) => ({ code: 'BAD_USER_INPUT', nl, en }) as const;
const conflict = (nl: string, en: string) => ({ code: 'CONFLICT', nl, en }) as const;
const notFound = (nl: string, en: string) => ({ code: 'NOT_FOUND', nl, en }) as const;

/** How the refusals of the register look from outside. */
export const PARTY_REJECTIONS: RejectionTable<PartyRejection> = {
  NOT_REGISTRAR: {
    code: 'FORBIDDEN',
    nl: 'Alleen een beheerder van het landelijk programma houdt het partijenregister bij. Vraag het programmabureau.',
    en: 'Only an administrator of the national programme keeps the register of parties. Ask the programme office.',
  },
  PARTY_ALREADY_REGISTERED: conflict(
    'Deze partij staat al in het register. Kies een ander kenmerk of pas de partij aan.',
    'This party is in the register already. Choose another id, or change the party.',
  ),
  PARTY_ID_INVALID: input(
    'Het kenmerk (partyId) is geen UUID in kleine letters. Kies een nieuwe UUID.',
    'The id (partyId) is no UUID in small letters. Choose a new UUID.',
  ),
  PARTY_UNKNOWN: notFound(
    'Deze partij staat niet in het register. Controleer het kenmerk of schrijf de partij eerst in.',
    'This party is not in the register. Check the id, or register the party first.',
  ),
  PARTY_ENDED: conflict(
    'Deze partij bestaat sinds {endedOn} niet meer. Gebruik de rechtsopvolger.',
    'This party ended on {endedOn}. Use its successor.',
  ),
  PARTY_NAME_MISSING: input(
    'De naam ontbreekt. Vul de naam van de partij in.',
    'The name is missing. Give it.',
  ),
  PARTY_SOURCE_MISSING: input(
    'De bron ontbreekt. Vertel waar deze gegevens vandaan komen.',
    'The source is missing. Tell where these facts come from.',
  ),
  IDENTIFIER_INVALID: input(
    '{value} is geen {scheme}. Verwacht wordt: {expected}.',
    '{value} is no {scheme}. Expected: {expected}.',
  ),
  IDENTIFIER_PERIOD_INVALID: input(
    'Het kenmerk {scheme} {value} eindigt voordat het begint. Controleer de data.',
    'The identifier {scheme} {value} ends before it begins. Check the dates.',
  ),
  IDENTIFIER_MISSING: input(
    'Een partij van de soort {kind} heeft een {scheme} nodig. Voeg dit kenmerk toe.',
    'A party of kind {kind} needs a {scheme}. Add this identifier.',
  ),
  IDENTIFIER_NOT_FOR_KIND: input(
    'Een {scheme} past niet bij een partij van de soort {kind}. Mogelijk zijn: {possible}.',
    'A {scheme} does not fit a party of kind {kind}. Possible are: {possible}.',
  ),
  IDENTIFIER_TWICE: input(
    'Het kenmerk {identifier} staat er twee keer. Laat er één staan.',
    'The identifier {identifier} is given twice. Leave one.',
  ),
  IDENTIFIER_UNKNOWN: notFound(
    'Deze partij heeft geen kenmerk {scheme} {value}.',
    'This party has no identifier {scheme} {value}.',
  ),
  IDENTIFIER_TAKEN: conflict(
    'Het kenmerk {scheme} {value} hoort al bij een andere partij. Zoek die partij op in het register.',
    'The identifier {scheme} {value} belongs to another party already. Look it up in the register.',
  ),
  TERRITORY_UNKNOWN: input(
    'Het gebied {territory} bestaat niet op {on}. Controleer de code of de begindatum.',
    'The territory {territory} does not exist on {on}. Check the code or the first day.',
  ),
  TERRITORY_NOT_FOR_KIND: input(
    'Dit grondgebied past niet bij de soort {kind}. Verwacht wordt: {expected}.',
    'This territory does not fit the kind {kind}. Expected: {expected}.',
  ),
  SUCCESSOR_MISSING: input('Noem ten minste één rechtsopvolger.', 'Name at least one successor.'),
  SUCCESSOR_IS_SELF: input(
    'Een partij kan zichzelf niet opvolgen. Noem een andere partij.',
    'A party cannot succeed itself. Name another party.',
  ),
  SUCCESSOR_UNKNOWN: input(
    'De rechtsopvolger {successorId} staat niet in het register of bestaat niet meer. Schrijf deze eerst in.',
    'The successor {successorId} is not in the register or has ended. Register it first.',
  ),
  SUCCESSOR_OF_OTHER_KIND: input(
    'De rechtsopvolger {successorId} is van een andere soort dan deze partij.',
    'The successor {successorId} is of another kind than this party.',
  ),
  MERGER_BEFORE_START: input(
    'De partij bestaat pas sinds {validFrom} en kan niet eerder ophouden.',
    'The party exists since {validFrom} only and cannot end before.',
  ),
  REASON_MISSING: input('De reden ontbreekt. Leg uit waarom.', 'The reason is missing. Explain why.'),
};
