import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { ProgressFacts, ProgressFactsSource } from '@intekenboek/monitoring-application';
import type { Moment, ProgressState } from '@intekenboek/monitoring-domain';
import type { ReadModelHandle } from '@intekenboek/platform-sql';

import { commitmentViews, type CommitmentView } from './commitment.view';
import { type CommitmentScope, loadFactRows } from './fact-rows';
import { type Facts, factsOf } from './facts';
import { type JudgedCommitment, type JudgedDay, judgedOn } from './judged-day';
import type { MonitoringTables } from './monitoring.tables';
import { COUNTRY, overviewOf } from './overview';
import type { OverviewView } from './overview.view';
import { footingOn, type Reader, sightKey } from './sight';
import { progressFactsOf } from './progress-facts';

/** What a party owes, or what is owed to it. */
export type Side = 'OWED_BY_US' | 'OWED_TO_US';

export interface MyCommitmentsQuestion {
  readonly side: Side;
  readonly asOf: CalendarDate;
  /** Only those in this state. */
  readonly state: ProgressState | null;
  readonly limit: number;
  /** Deadline, agreement and commitment of the last one of the page before. */
  readonly after: readonly [string, string, string] | null;
}

export interface CommitmentPage {
  /** One more than asked for when more follow. */
  readonly rows: readonly CommitmentView[];
  readonly totalCount: number;
}

/** What progress is asked for on a day. Answers are remembered until something happens. */
export class MonitoringStore implements ProgressFactsSource {
  constructor(private readonly handle: ReadModelHandle<MonitoringTables>) {}

  /** By deadline. Everything that a reader's party signed is shown to it in full. */
  async myCommitments(
    reader: NonNullable<Reader>,
    { side, asOf, state, limit, after }: MyCommitmentsQuestion,
  ): Promise<CommitmentPage> {
    const day = await this.judged({ partyId: reader.partyId }, { asOf, knownOn: null });
    const isMine = (judged: JudgedCommitment) =>
      side === 'OWED_BY_US'
        ? judged.row.debtor_id === reader.partyId
        : judged.row.creditors.includes(reader.partyId);
    const mine = day.commitments.filter(
      (judged) => isMine(judged) && (state === null || judged.verdict.state === state),
    );
    const sorted = [...mine].sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
    const later =
      after === null ? sorted : sorted.filter((judged) => compareKeys(sortKey(judged), after) > 0);
    return {
      rows: later.slice(0, limit).map(commitmentViews(day, reader)),
      totalCount: sorted.length,
    };
  }

  /** Null for a commitment that is not in force at that moment or not for this reader to see. */
  async commitment(commitmentId: string, moment: Moment, reader: Reader): Promise<CommitmentView | null> {
    const day = await this.judged({ commitmentId }, moment);
    const judged = day.commitments.find(
      ({ row, agreement }) => row.commitment_id === commitmentId && footingOn(agreement, reader) !== null,
    );
    return judged === undefined ? null : commitmentViews(day, reader)(judged);
  }

  /** A province (PV..) or the country (NL); only one target when `targetId` is given. */
  async overview(
    scope: string,
    asOf: CalendarDate,
    reader: Reader,
    targetId: string | null = null,
  ): Promise<OverviewView> {
    const facts = await this.facts(commitmentScopeOf(scope));
    const key = sightKey(reader, facts.agreements.values());
    return this.handle.cached(`overview:${scope}:${asOf}:${targetId ?? ''}:${key}`, async () => {
      const day = await this.judged(commitmentScopeOf(scope), { asOf, knownOn: null });
      const parts = day.parts.filter(({ target }) => targetId === null || target.target_id === targetId);
      return overviewOf({ ...day, parts }, scope, reader);
    });
  }

  /** Everything that can be judged on a day: what the escalation policy runs on. */
  async factsOn(moment: Moment): Promise<ProgressFacts> {
    return progressFactsOf(await this.facts('ALL'), moment);
  }

  private judged(scope: CommitmentScope, moment: Moment): Promise<JudgedDay> {
    const { asOf, knownOn } = moment;
    return this.handle.cached(`judged:${JSON.stringify(scope)}:${asOf}:${knownOn ?? ''}`, async () =>
      judgedOn(await this.facts(scope), moment),
    );
  }

  private facts(scope: CommitmentScope): Promise<Facts> {
    return this.handle.cached(`facts:${JSON.stringify(scope)}`, async () =>
      factsOf(await loadFactRows(this.handle.tables(), scope)),
    );
  }
}

const commitmentScopeOf = (scope: string): CommitmentScope =>
  scope === COUNTRY ? 'ALL' : { province: scope };

const sortKey = ({ row }: JudgedCommitment): readonly [string, string, string] => [
  row.commitment.deadline,
  row.agreement_id,
  row.commitment_id,
];

/** By deadline, then by agreement and commitment: what the cursor of a page is made of. */
export const cursorOf = ({
  deadline,
  agreementId,
  id,
}: CommitmentView): readonly [string, string, string] => [deadline, agreementId, id];

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index === -1 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}
