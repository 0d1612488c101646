import type { DraftedAgreement } from './agreement.state';

/** The agreement in the phase that an event can only happen in. @throws Error when the stream is damaged. */
export function requirePhase<Status extends DraftedAgreement['status']>(
  agreement: DraftedAgreement,
  status: Status,
  eventType: string,
): Extract<DraftedAgreement, { status: Status }> {
  if (agreement.status !== status) throw new Error(`${eventType} came while ${agreement.status}.`);
  return agreement as Extract<DraftedAgreement, { status: Status }>;
}
