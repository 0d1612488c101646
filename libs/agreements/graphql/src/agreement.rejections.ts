import type { AgreementRejection } from '@intekenboek/agreements-domain';
import type { RejectionTable } from '@intekenboek/platform-nest';

import { COMMITMENT_REJECTIONS } from './commitment.rejections';
import { DRAFTING_REJECTIONS } from './drafting.rejections';
import { PROGRESS_REJECTIONS } from './progress.rejections';
import { conflict, forbidden, input } from './rejection-sentences';

/** How the refusals of agreements look from outside, in words of a volunteer. */
export const AGREEMENT_REJECTIONS: RejectionTable<AgreementRejection> = {
  ...DRAFTING_REJECTIONS,
  ...COMMITMENT_REJECTIONS,
  ...PROGRESS_REJECTIONS,
  NOT_A_PARTY: forbidden(
    'U kunt hier niets doen: uw partij ondertekent deze afspraken niet, of ze bestaan niet.',
    'You cannot do anything here: your party does not sign this agreement, or there is none.',
  ),
  ROLE_MISSING: forbidden(
    'Uw partij heeft u hiervoor geen bevoegdheid gegeven. Nodig is een van deze rollen: {anyOf}. Vraag uw beheerder.',
    'Your party has given you no authority for this. You need one of these roles: {anyOf}. Ask your administrator.',
  ),
  AGREEMENT_NOT_DRAFT: conflict(
    'De tekst ligt vast: de afspraken zijn voorgelegd of van kracht. Trek het voorstel eerst in om de tekst te wijzigen.',
    'The text is frozen: the agreement is proposed or in force. Withdraw the proposal first to change the text.',
  ),
  AGREEMENT_NOT_PROPOSED: conflict(
    'Er ligt nu geen tekst voor. De stand is {status}.',
    'No text is proposed now. The status is {status}.',
  ),
  AGREEMENT_NOT_IN_FORCE: conflict(
    'De afspraken zijn nog niet van kracht: pas als iedereen heeft getekend kan er voortgang worden gemeld.',
    'The agreement is not in force yet: progress can be reported once everyone has signed.',
  ),
  ID_INVALID: input(
    'Het kenmerk bij {field} is geen UUID in kleine letters. Laat uw programma er een maken.',
    'The id at {field} is not a UUID in small letters. Let your program make one.',
  ),
  TEXT_TOO_SHORT: input(
    'Bij {field} staat te weinig. Schrijf minstens {min} tekens, zodat anderen het begrijpen.',
    'There is too little at {field}. Write at least {min} characters, so that others understand.',
  ),
  TEXT_TOO_LONG: input(
    'De tekst bij {field} is te lang; hoogstens {max} tekens. Kort hem in of verwijs naar een stuk.',
    'The text at {field} is too long; at most {max} characters. Shorten it, or refer to a document.',
  ),
  PERSONAL_DATA_SUSPECTED: input(
    'Bij {field} lijkt een persoonsgegeven te staan ({found}). Wat u schrijft blijft altijd bewaard: haal het weg.',
    'There seems to be personal data at {field} ({found}). What you write is kept for good: take it out.',
  ),
  TEXT_VERSION_OUTDATED: conflict(
    'De tekst is veranderd sinds u hem las: u las versie {read}, nu ligt versie {current} voor. Lees hem opnieuw.',
    'The text has changed since you read it: you read version {read}, now version {current} is proposed. Read it again.',
  ),
  CONTENT_HASH_DIFFERS: conflict(
    'De inhoudshash is niet die van de tekst die voorligt. Lees de tekst opnieuw en neem de hash daaruit over.',
    'The content hash is not that of the proposed text. Read the text again and take the hash from it.',
  ),
  SIGNED_BEFORE_PROPOSED: input(
    'De tekst is pas op {proposedOn} voorgelegd; ondertekenen op {signedOn} kan dus niet. Controleer de datum.',
    'The text was proposed on {proposedOn} only; it cannot have been signed on {signedOn}. Check the date.',
  ),
  ALREADY_SIGNED: conflict(
    'Uw partij heeft deze tekst al ondertekend en is daaraan gebonden. Wilt u iets anders, vraag dan om intrekking van het voorstel.',
    'Your party has signed this text and is bound by it. If you want otherwise, ask for the proposal to be withdrawn.',
  ),
};
