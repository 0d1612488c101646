import { type CalendarDate, isAfter, type PartyId } from '@intekenboek/event-sourcing-core';
import {
  agreedLadderOn,
  callsForEscalation,
  type Decides,
  escalationIdOf,
  type Evidence,
  hasRecovered,
  type RungDeciders,
  subjectKey,
  supervisingProvince,
} from '@intekenboek/escalations-domain';
import { halfYearOf } from '@intekenboek/reference-data-facts';

import { type CaseGround, groundsOf } from './case-ground';
import type { UnresolvedCase } from './case-ledger.port';
import type { PlannedCommand } from './policy-command';
import type { PolicyPlan, SkippedCase } from './policy-plan';
import { verdictIndex, type VerdictIndex } from './verdict-index';

/** What the policy knows when it plans: all plain values, so that the same facts give the same plan. */
export interface AgreedRouteFacts {
  readonly asOf: CalendarDate;
  readonly verdicts: readonly Evidence[];
  readonly cases: readonly UnresolvedCase[];
  readonly governing: ReadonlyMap<string, PartyId>;
  readonly nationalProgrammeId: PartyId;
}

// An event holds at most this many verdicts with all their inputs; a case with more gets the others in steps.
const VERDICTS_PER_EVENT_MAX = 25;

/** The agreed route: what recovered is resolved, other terms that passed move their case, and new lags get one. */
export function planAgreedRoute(facts: AgreedRouteFacts): PolicyPlan {
  const judged = verdictIndex(facts.verdicts.filter(({ route }) => route === 'AGREED'));
  const resolutions = facts.cases.flatMap((known) => resolution(known, judged));
  const resolved = new Set(resolutions.map(({ data }) => data.escalationId));
  const going = facts.cases.filter(({ escalationId }) => !resolved.has(escalationId));
  const passed = going
    .filter(
      ({ isOverdue, termEndsOn }) => termEndsOn !== null && !isOverdue && isAfter(facts.asOf, termEndsOn),
    )
    .map(({ escalationId, rung }): PlannedCommand => ({ type: 'PassTerm', data: { escalationId, rung } }));

  const caseOf = new Map(going.map((known) => [subjectKey(known.subject), known]));
  const perGround = groundsOf(judged.verdicts).map((ground) =>
    ofGround(ground, caseOf.get(subjectKey(ground.subject)), facts),
  );
  return {
    commands: [...resolutions, ...passed, ...perGround.flatMap(({ commands }) => commands)],
    skipped: perGround.flatMap(({ skipped }) => skipped),
  };
}

/** The verdicts on what the case lists show that its ground has gone; its own comes first. */
function resolution(
  { escalationId, subject, subjectKeys }: UnresolvedCase,
  judged: VerdictIndex,
): readonly PlannedCommand[] {
  if (!hasRecovered(subject, judged.bearingOn(subject))) return [];
  const keys = new Set([subjectKey(subject), ...subjectKeys]);
  const evidence = [...keys].flatMap((key) => judged.of(key) ?? []).slice(0, VERDICTS_PER_EVENT_MAX);
  return [{ type: 'ResolveEscalation', data: { escalationId, subject, evidence } }];
}

function ofGround(
  ground: CaseGround,
  known: UnresolvedCase | undefined,
  facts: AgreedRouteFacts,
): PolicyPlan {
  if (known !== undefined) {
    const missing = ground.evidence.filter(
      (verdict) => callsForEscalation(verdict) && !known.subjectKeys.includes(subjectKey(verdict.subject)),
    );
    return { commands: additions(known.escalationId, missing), skipped: [] };
  }
  const respondingPartyId = ground.debtorId ?? facts.governing.get(ground.territory);
  if (respondingPartyId === undefined) return { commands: [], skipped: [withoutParty(ground)] };

  const { subject } = ground;
  const period = halfYearOf(facts.asOf);
  const escalationId = escalationIdOf('AGREED', subject, period);
  const [evidence = [], ...rest] = chunks(ground.evidence);
  const rungs = rungDeciders(ground, facts);
  return {
    commands: [
      {
        type: 'RaiseEscalation',
        data: { escalationId, subject, period, respondingPartyId, evidence, rungs },
      },
      ...rest.flatMap((more) => additions(escalationId, more)),
    ],
    skipped: [],
  };
}

const additions = (
  escalationId: UnresolvedCase['escalationId'],
  evidence: readonly Evidence[],
): readonly PlannedCommand[] =>
  chunks(evidence).map((part) => ({
    type: 'AddEscalationSubjects',
    data: { escalationId, evidence: part },
  }));

/** The kinds that the ladder names, resolved to parties. The decider leaves out the party that must respond. */
function rungDeciders(ground: CaseGround, facts: AgreedRouteFacts): readonly RungDeciders[] {
  const { territory, evidence } = ground;
  const governing = (code: string | null) => (code === null ? undefined : facts.governing.get(code));
  const province = supervisingProvince(territory);
  const parties: Readonly<Record<Decides, readonly (PartyId | null | undefined)[]>> = {
    CREDITORS: evidence.flatMap(({ debtorId, creditorIds }) => [...creditorIds, debtorId]),
    MUNICIPALITY: territory.startsWith('GM') ? [governing(territory)] : [],
    PROVINCE: [governing(province)],
    NATIONAL_PROGRAMME: [facts.nationalProgrammeId],
  };
  return agreedLadderOn(facts.asOf).rungs.map(({ number, decides }) => ({
    number,
    partyIds: parties[decides].filter((partyId) => partyId != null),
  }));
}

const withoutParty = ({ subject }: CaseGround): SkippedCase => ({
  about: subjectKey(subject),
  reason: 'NO_RESPONDING_PARTY',
});

function chunks(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const count = Math.ceil(evidence.length / VERDICTS_PER_EVENT_MAX);
  return Array.from({ length: count }, (_, index) =>
    evidence.slice(index * VERDICTS_PER_EVENT_MAX, (index + 1) * VERDICTS_PER_EVENT_MAX),
  );
}
