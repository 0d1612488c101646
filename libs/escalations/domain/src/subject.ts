import { uuidOf } from '@intekenboek/event-sourcing-core';

import type { AgreementId, CommitmentId, EscalationId, TargetId } from './ids';

/** On which ladder a case stands. The statutory route only proposes; the agreed route follows its terms. */
export const ROUTES = ['STATUTORY', 'AGREED'] as const;
export type Route = (typeof ROUTES)[number];

/** What a case is about: one promise, or one territory's part of a target. */
export type Subject =
  | { readonly kind: 'COMMITMENT'; readonly agreementId: AgreementId; readonly commitmentId: CommitmentId }
  | { readonly kind: 'TARGET'; readonly targetId: TargetId; readonly territory: string };

/** The same subject gives the same text, and it is the text that verdicts use. */
export const subjectKey = (subject: Subject): string =>
  subject.kind === 'COMMITMENT'
    ? `COMMITMENT:${subject.agreementId}:${subject.commitmentId}`
    : `TARGET:${subject.targetId}:${subject.territory}`;

/**
 * The id of the case of one subject in one period (for example 2026-H2), so that it is raised once however often and
 * wherever the policy runs (domain section 9).
 */
export const escalationIdOf = (route: Route, subject: Subject, period: string): EscalationId =>
  uuidOf(`escalation:${route}:${subjectKey(subject)}:${period}`) as EscalationId;
