import { RESPONSE_REASONS } from '@intekenboek/escalations-domain';
import { type EscalationRow, EscalationStore, type Page } from '@intekenboek/escalations-read-model';
import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import {
  CLOCK,
  type Connection,
  connectionOf,
  CurrentActor,
  CurrentReader,
  decodeCursor,
  type RootPageArgs,
  WaitForArgs,
} from '@intekenboek/platform-nest';
import { isValidOn } from '@intekenboek/reference-data-facts';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import { EscalationReasonType } from './case-acts.types';
import { words } from './case-words';
import { EscalationsArgs, EscalationsWaitingArgs } from './escalation.inputs';
import { EscalationConnection, EscalationType } from './escalation.types';
import { escalationsOf } from './escalation.views';
import { ESCALATION_STORE } from './tokens';

const NOTHING: Page = { rows: [], totalCount: 0 };

/** Questions about cases. What a reader may not know of is not there, whether it exists or not. */
@Resolver(() => EscalationType)
export class EscalationResolver {
  constructor(
    @Inject(ESCALATION_STORE) private readonly escalations: EscalationStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => EscalationType, {
    nullable: true,
    description: 'One case with its whole history (escalatie); null when it is not yours to know of.',
  })
  async escalation(
    @Args('id', { type: () => ID, description: 'The case (kenmerk).' }) id: string,
    @Args() _wait: WaitForArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<EscalationType | null> {
    const row = await this.escalations.find(id, reader);
    if (row === null || reader === null) return null;
    const [escalation = null] = await escalationsOf(this.escalations, [row], reader);
    return escalation;
  }

  @Query(() => EscalationConnection, {
    description: 'Cases in which your party must act, the first term to end first (wacht op ons).',
  })
  async escalationsWaiting(
    @Args() args: EscalationsWaitingArgs,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<EscalationType>> {
    return this.connection(await this.escalations.waiting(actor, args.role, pageOf(args)), args, actor);
  }

  @Query(() => EscalationConnection, {
    name: 'escalations',
    description: 'Cases of which you may know, the first term to end first (escalaties).',
  })
  async list(
    @Args() args: EscalationsArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<Connection<EscalationType>> {
    const { status = null, isOpen = null, route = null, territory = null } = args;
    const filter = { status, isOpen, route, territory };
    const page = reader === null ? NOTHING : await this.escalations.list(filter, reader, pageOf(args));
    return this.connection(page, args, reader);
  }

  @Query(() => [EscalationReasonType], {
    description: 'The reasons that may be given today (redenen bij pas toe of leg uit).',
  })
  escalationReasons(): readonly EscalationReasonType[] {
    const today = this.clock.today();
    return RESPONSE_REASONS.filter((reason) => isValidOn(reason, today)).map(
      ({ code, nameNl, nameEn, textLengthMin }) => ({ code, name: words(nameNl, nameEn), textLengthMin }),
    );
  }

  private async connection(
    { rows, totalCount }: Page,
    { first, after }: RootPageArgs,
    reader: Actor | null,
  ): Promise<Connection<EscalationType>> {
    const keys = new Map(rows.map((row) => [row.escalation_id as string, sortKey(row)]));
    const nodes = reader === null ? [] : await escalationsOf(this.escalations, rows, reader);
    const cursorOf = ({ id }: EscalationType) => keys.get(id) ?? ['', id];
    return connectionOf(nodes, { first, after, totalCount, cursorOf });
  }
}

const sortKey = ({ due_key, escalation_id }: EscalationRow): readonly string[] => [due_key, escalation_id];

const pageOf = ({ first, after }: RootPageArgs) => ({
  limit: first + 1,
  after: after ? decodeCursor(after, ['string', 'string']) : null,
});
