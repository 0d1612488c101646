import { EscalationStore, NOTHING_OPEN } from '@intekenboek/escalations-read-model';
import type { Actor } from '@intekenboek/event-sourcing-core';
import { CurrentReader, type RequestContext } from '@intekenboek/platform-nest';
import { MunicipalityType } from '@intekenboek/reference-data-graphql';
import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';

import { EscalationType, OpenEscalationsType } from './escalation.types';
import { escalationsOf } from './escalation.views';
import { ESCALATION_STORE } from './tokens';

type CasesLoader = DataLoader<string, readonly EscalationType[]>;

/** What a municipality shows of its cases. */
@Resolver(() => MunicipalityType)
export class MunicipalityEscalationsResolver {
  constructor(@Inject(ESCALATION_STORE) private readonly escalations: EscalationStore) {}

  @ResolveField(() => OpenEscalationsType, {
    nullable: true,
    description:
      'Its open cases of which you may know; null when there is none for you (openstaande escalaties).',
  })
  async openEscalations(
    @Parent() { code, provinceCode }: MunicipalityType,
    @CurrentReader() reader: Actor | null,
  ): Promise<OpenEscalationsType | null> {
    const count = (await this.escalations.openCounts(reader)).get(code);
    // To those who know of all its cases "none" is an answer; to others it would say more than they may know.
    if (count === undefined && !knowsAllOf(reader, code, provinceCode)) return null;
    const { agreed, statutory, placedOnRung } = count ?? NOTHING_OPEN;
    return { territory: code, total: agreed + statutory, agreed, statutory, placedOnRung };
  }
}

const knowsAllOf = (reader: Actor | null, code: string, provinceCode: string): boolean =>
  reader !== null &&
  (reader.partyKind === 'NATIONAL_PROGRAMME' ||
    reader.partyKind === 'MINISTRY' ||
    reader.territory === code ||
    reader.territory === provinceCode);

/** The cases behind the numbers, for all municipalities of an answer in one question. */
@Resolver(() => OpenEscalationsType)
export class OpenEscalationsResolver {
  private readonly loaders = new WeakMap<RequestContext, CasesLoader>();

  constructor(@Inject(ESCALATION_STORE) private readonly escalations: EscalationStore) {}

  @ResolveField(() => [EscalationType], {
    description: 'The cases themselves, the first term to end first (escalaties).',
  })
  async cases(
    @Parent() { territory }: OpenEscalationsType,
    @CurrentReader() reader: Actor | null,
    @Context() context: RequestContext,
  ): Promise<readonly EscalationType[]> {
    return reader === null ? [] : this.loaderFor(context, reader).load(territory);
  }

  private loaderFor(context: RequestContext, reader: Actor): CasesLoader {
    const known = this.loaders.get(context);
    if (known !== undefined) return known;
    const loader: CasesLoader = new DataLoader((territories) => this.casesIn(territories, reader));
    this.loaders.set(context, loader);
    return loader;
  }

  private async casesIn(territories: readonly string[], reader: Actor) {
    const found = await this.escalations.openIn(territories, reader);
    const rows = [...found.values()].flat();
    const views = await escalationsOf(this.escalations, rows, reader);
    return territories.map((territory) => views.filter((view) => view.territory === territory));
  }
}
