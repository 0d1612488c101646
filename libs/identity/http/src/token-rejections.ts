import type { TokenRejection } from '@intekenboek/identity-application';
import type { RejectionTable } from '@intekenboek/platform-nest';

const again = {
  nl: 'Meld u opnieuw aan en stuur het nieuwe toegangsbewijs.',
  en: 'Sign in again and send the new token.',
};

/** What is wrong with a token, in words that say what to do. All of it is UNAUTHENTICATED: who acts is not known. */
export const TOKEN_REJECTIONS: RejectionTable<TokenRejection> = {
  TOKEN_MALFORMED: {
    code: 'UNAUTHENTICATED',
    nl: 'Wat in de kop Authorization staat, is geen toegangsbewijs. Stuur: Authorization: Bearer <toegangsbewijs>.',
    en: 'What stands in the header Authorization is no token. Send: Authorization: Bearer <token>.',
  },
  TOKEN_SIGNATURE_WRONG: {
    code: 'UNAUTHENTICATED',
    nl: `Dit toegangsbewijs is niet ondertekend met een sleutel die wij kennen. ${again.nl}`,
    en: `This token is not signed with a key that we know. ${again.en}`,
  },
  TOKEN_EXPIRED: {
    code: 'UNAUTHENTICATED',
    nl: `Dit toegangsbewijs is verlopen. ${again.nl}`,
    en: `This token has expired. ${again.en}`,
  },
  TOKEN_NOT_YET_VALID: {
    code: 'UNAUTHENTICATED',
    nl: 'Dit toegangsbewijs geldt nog niet. Kijk of de klok van uw computer goed staat.',
    en: 'This token is not valid yet. Check the clock of your computer.',
  },
  TOKEN_ISSUER_WRONG: {
    code: 'UNAUTHENTICATED',
    nl: `Dit toegangsbewijs is door een ander uitgegeven dan wij vertrouwen. ${again.nl}`,
    en: `This token was given out by another than we trust. ${again.en}`,
  },
  TOKEN_AUDIENCE_WRONG: {
    code: 'UNAUTHENTICATED',
    nl: 'Dit toegangsbewijs is voor een andere toepassing. Vraag er een aan voor Intekenboek.',
    en: 'This token is meant for another application. Ask for one for Intekenboek.',
  },
  TOKEN_CLAIM_MISSING: {
    code: 'UNAUTHENTICATED',
    nl: 'In dit toegangsbewijs ontbreekt "{claim}". Meld dat aan wie het uitgaf.',
    en: 'This token lacks "{claim}". Tell that to who gave it out.',
  },
  TOKEN_CLAIM_INVALID: {
    code: 'UNAUTHENTICATED',
    nl: 'In dit toegangsbewijs klopt "{claim}" niet. Meld dat aan wie het uitgaf.',
    en: 'In this token "{claim}" is not right. Tell that to who gave it out.',
  },
};
