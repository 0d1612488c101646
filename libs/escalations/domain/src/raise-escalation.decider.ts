import type { CommandMeta, PartyId } from '@intekenboek/event-sourcing-core';
import { addWorkingDays } from '@intekenboek/reference-data-facts';

import type { AddEscalationSubjects, RaiseEscalation, ResolveEscalation } from './escalation.commands';
import { EscalationRejected } from './escalation.errors';
import type { CaseRung, EscalationEvent } from './escalation.events';
import type { Escalation } from './escalation.state';
import { blames, callsForEscalation, type Cause, type Evidence, hasRecovered, isAbout } from './evidence';
import { agreedLadderOn } from './ladder/ladders';
import { escalationIdOf, type Route, type Subject, subjectKey } from './subject';
import { supervisingProvince } from './ladder/supervising-province';

type Events = readonly EscalationEvent[];

// What the policy does on the strength of verdicts. It may run anywhere and any number of times, so what is done
// already is no error but nothing.

export function raise(data: RaiseEscalation['data'], meta: CommandMeta, escalation: Escalation): Events {
  const { escalationId, subject, period, respondingPartyId, evidence } = data;
  requireOwnId('AGREED', data);
  if (escalation.status !== 'NotRaised') return [];
  const first = requireEvidence('AGREED', subject, evidence);

  const { ladderId, rungs, skippedRungs } = caseLadder(data, meta);
  const [firstRung] = rungs;
  if (firstRung === undefined) throw new EscalationRejected('LADDER_WITHOUT_RUNG', { rule: '9', ladderId });
  return [
    {
      type: 'EscalationRaised',
      data: {
        escalationId,
        subject,
        period,
        territory: first.territory,
        province: supervisingProvince(first.territory),
        cause: causeOf(respondingPartyId, evidence),
        respondingPartyId,
        concernedPartyIds: concerned(evidence),
        evidence,
        ladderId,
        rungs,
        skippedRungs,
        rung: firstRung.number,
        raisedOn: meta.today,
        termEndsOn: addWorkingDays(meta.today, firstRung.termWorkingDays),
      },
    },
  ];
}

export function addSubjects(data: AddEscalationSubjects['data'], escalation: Escalation): Events {
  if (escalation.status !== 'Open' && escalation.status !== 'Decided') return [];
  const { escalationId } = data;
  const evidence = data.evidence.filter(({ subject }) => !escalation.subjectKeys.has(subjectKey(subject)));
  if (evidence.length === 0) return [];
  requireEvidence('AGREED', escalation.subject, evidence);
  return [
    {
      type: 'EscalationSubjectsAdded',
      data: { escalationId, evidence, concernedPartyIds: concerned(evidence) },
    },
  ];
}

/** A placement that the province decided stands until the province says otherwise: only its proposal can lapse. */
export function resolve(
  data: ResolveEscalation['data'],
  { today }: CommandMeta,
  escalation: Escalation,
): Events {
  const isWaiting =
    escalation.status === 'Open' || escalation.status === 'Decided' || escalation.status === 'Proposed';
  if (!isWaiting) return [];
  const { escalationId, evidence } = data;
  const { subject } = escalation;
  const own = evidence.find((item) => isAbout(item, subject));
  if (own === undefined || !hasRecovered(subject, evidence)) {
    throw new EscalationRejected('NOT_RECOVERED', { rule: '9', field: 'evidence' });
  }
  return [
    {
      type: 'EscalationResolved',
      data: { escalationId, subject, resolvedOn: today, state: own.state, evidence },
    },
  ];
}

export function requireOwnId(
  route: Route,
  data: { readonly escalationId: string; readonly subject: Subject; readonly period: string },
): void {
  if (data.escalationId !== escalationIdOf(route, data.subject, data.period)) {
    throw new EscalationRejected('ESCALATION_ID_MISMATCHED', { rule: '9', field: 'escalationId' });
  }
}

/** Verdicts of this route, about the subject or laying the blame on it, and at least one that lags. */
export function requireEvidence(route: Route, subject: Subject, evidence: readonly Evidence[]): Evidence {
  for (const item of evidence) {
    const ofSubject = { rule: '9', field: 'evidence', subject: subjectKey(item.subject) };
    if (item.route !== route) throw new EscalationRejected('EVIDENCE_OF_OTHER_ROUTE', ofSubject);
    if (!isAbout(item, subject) && !blames(item, subject)) {
      throw new EscalationRejected('EVIDENCE_OF_OTHER_SUBJECT', ofSubject);
    }
  }
  const [first] = evidence;
  if (first === undefined || !evidence.some(callsForEscalation)) {
    throw new EscalationRejected('NOTHING_LAGS', { rule: '8', field: 'evidence' });
  }
  return first;
}

/** A rung on which nobody would decide but the responding party itself is skipped: no one judges their own cause. */
function caseLadder({ rungs, respondingPartyId }: RaiseEscalation['data'], { today }: CommandMeta) {
  const ladder = agreedLadderOn(today);
  const resolved: CaseRung[] = ladder.rungs.map(({ number, termWorkingDays, onSilence, instruments }) => {
    const deciders = rungs.find((candidate) => candidate.number === number)?.partyIds ?? [];
    const decidingPartyIds = unique(deciders.filter((partyId) => partyId !== respondingPartyId));
    return { number, decidingPartyIds, termWorkingDays, onSilence, instruments };
  });
  return {
    ladderId: ladder.ladderId,
    rungs: resolved.filter(({ decidingPartyIds }) => decidingPartyIds.length > 0),
    skippedRungs: resolved.filter((rung) => rung.decidingPartyIds.length === 0).map(({ number }) => number),
  };
}

/** The lag is the party's own, unless others wait for what it owes; then the chain of the first of them is told. */
function causeOf(partyId: PartyId, evidence: readonly Evidence[]): Cause {
  const waiting = evidence.find(({ state, attribution }) => state === 'BLOCKED' && attribution !== null);
  if (waiting?.attribution == null) return { kind: 'OWN_LAG', partyId };
  const { commitmentId, chain } = waiting.attribution;
  return { kind: 'BLOCKED_BY', partyId, commitmentId, chain };
}

const concerned = (evidence: readonly Evidence[]): readonly PartyId[] =>
  unique(
    evidence.flatMap(({ debtorId, creditorIds }) => [
      ...(debtorId === null ? [] : [debtorId]),
      ...creditorIds,
    ]),
  );

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
