/**
 * Somewhere a case was raised, moved up a rung or closed: ask the API which of yours (escalaties gewijzigd). It says no
 * more, not even an id: outside its circle a case does not exist, and an id is made from what the case is about, so
 * that anyone could find out whose it is.
 */
export type CasesChangedNoticeV1 = object;
