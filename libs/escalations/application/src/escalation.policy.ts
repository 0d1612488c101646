import {
  type CalendarDate,
  ConcurrencyConflict,
  DomainError,
  type Instant,
  type PartyId,
} from '@intekenboek/event-sourcing-core';
import {
  type Evidence,
  policyActor,
  type PolicyCommand,
  supervisingProvince,
} from '@intekenboek/escalations-domain';
import type { VerdictV1 } from '@intekenboek/messaging-contracts';

import { planAgreedRoute } from './agreed-route.policy';
import type { CaseLedger } from './case-ledger.port';
import type { HandleEscalationCommand } from './escalation.command-handler';
import { evidenceOf } from './evidence-of-verdict';
import type { PartyDirectory } from './party-directory.port';
import { planPlacements } from './placement.policy';
import { commandOf, type PlannedCommand, type PolicyMoment } from './policy-command';
import type { PolicyPlan, SkippedCase } from './policy-plan';

export interface EscalationPolicyOptions {
  readonly handle: HandleEscalationCommand;
  readonly ledger: CaseLedger;
  readonly directory: PartyDirectory;
  /** The party that decides at the national table; the policy acts for it. */
  readonly nationalProgrammeId: PartyId;
}

/** Verdicts on everything that is monitored, all of them of one day, and when the run takes place. */
export interface PolicyRun {
  readonly verdicts: readonly VerdictV1[];
  /** The day of the verdicts: terms are measured against it and counted from it. */
  readonly asOf: CalendarDate;
  /** By our clock. */
  readonly at: Instant;
  /** When it happens in the world; not later than `at`. */
  readonly effectiveAt: Instant;
}

/** What a run changed, by command, and what it had to leave. Runs at the same moment may each count the same change. */
export interface PolicyReport {
  readonly done: Readonly<Record<PolicyCommand['type'], number>>;
  /** Asked before, by this run or another. */
  readonly unchanged: number;
  readonly skipped: readonly SkippedCase[];
}

export type EscalationPolicy = (run: PolicyRun) => Promise<PolicyReport>;

const SENT_AT_ONCE = 32;

/**
 * From verdicts to cases (domain section 9). It may run anywhere, at the same time and again: what it asks is named
 * by what it is about, and the decider makes a second time harmless. A case that refuses does not stop the others.
 * @throws EventStoreUnavailable and other faults of the machinery; running again is safe.
 */
export function escalationPolicy(options: EscalationPolicyOptions): EscalationPolicy {
  const actor = policyActor(options.nationalProgrammeId);

  return async ({ verdicts, asOf, at, effectiveAt }) => {
    const plan = await planOf(options, verdicts.map(evidenceOf), asOf);
    const moment = { actor, at, today: asOf, effectiveAt };
    const outcomes: Outcome[] = [];
    const cases = perCase(plan.commands);
    for (let from = 0; from < cases.length; from += SENT_AT_ONCE) {
      const sending = cases.slice(from, from + SENT_AT_ONCE);
      const sent = await Promise.all(
        sending.map((commands) => sendInOrder(options.handle, commands, moment)),
      );
      outcomes.push(...sent.flat());
    }
    return reportOf(outcomes, plan.skipped);
  };
}

async function planOf(
  { ledger, directory, nationalProgrammeId }: EscalationPolicyOptions,
  verdicts: readonly Evidence[],
  asOf: CalendarDate,
): Promise<PolicyPlan> {
  const codes = new Set(verdicts.map(({ territory }) => territory));
  for (const code of [...codes]) codes.add(supervisingProvince(code) ?? code);
  const [governing, cases, placements] = await Promise.all([
    directory.governing([...codes]),
    ledger.unresolvedCases(),
    ledger.placements(),
  ]);
  const agreed = planAgreedRoute({ asOf, verdicts, cases, governing, nationalProgrammeId });
  const statutory = planPlacements({ asOf, verdicts, placements, governing });
  return {
    commands: [...agreed.commands, ...statutory.commands],
    skipped: [...agreed.skipped, ...statutory.skipped],
  };
}

type Outcome =
  { readonly type: PolicyCommand['type']; readonly isUnchanged: boolean } | { readonly refused: SkippedCase };

function perCase(commands: readonly PlannedCommand[]): readonly (readonly PlannedCommand[])[] {
  const cases = new Map<string, PlannedCommand[]>();
  for (const command of commands) {
    const { escalationId } = command.data;
    cases.set(escalationId, [...(cases.get(escalationId) ?? []), command]);
  }
  return [...cases.values()];
}

async function sendInOrder(
  handle: HandleEscalationCommand,
  commands: readonly PlannedCommand[],
  moment: PolicyMoment,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const planned of commands) {
    try {
      const { isUnchanged } = await handle(commandOf(planned, moment));
      outcomes.push({ type: planned.type, isUnchanged });
    } catch (error) {
      outcomes.push({ refused: refusal(planned, error) });
    }
  }
  return outcomes;
}

/** @throws whatever is not a refusal of this one case. */
function refusal(planned: PlannedCommand, error: unknown): SkippedCase {
  const about = planned.data.escalationId;
  if (error instanceof DomainError) return { about, reason: String(error.code) };
  if (error instanceof ConcurrencyConflict) return { about, reason: error.name };
  throw error;
}

function reportOf(outcomes: readonly Outcome[], skipped: readonly SkippedCase[]): PolicyReport {
  const done = {
    RaiseEscalation: 0,
    AddEscalationSubjects: 0,
    PassTerm: 0,
    ResolveEscalation: 0,
    ProposePlacement: 0,
  };
  const refused: SkippedCase[] = [];
  let unchanged = 0;
  for (const outcome of outcomes) {
    if ('refused' in outcome) refused.push(outcome.refused);
    else if (outcome.isUnchanged) unchanged += 1;
    else done[outcome.type] += 1;
  }
  return { done, unchanged, skipped: [...skipped, ...refused] };
}
