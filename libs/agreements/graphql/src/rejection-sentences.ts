import type { PublicRejection } from '@intekenboek/platform-nest';

type Say = (nl: string, en: string) => PublicRejection;

/** The form or its values are not right: correct and send again. */
export const input: Say = (nl, en) => ({ code: 'BAD_USER_INPUT', nl, en });
/** It does not fit where the agreement now stands. */
export const conflict: Say = (nl, en) => ({ code: 'CONFLICT', nl, en });
/** This person or party may not do this. */
export const forbidden: Say = (nl, en) => ({ code: 'FORBIDDEN', nl, en });
/** What is named is not in this agreement. */
export const notFound: Say = (nl, en) => ({ code: 'NOT_FOUND', nl, en });
