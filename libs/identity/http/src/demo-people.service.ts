import { type Actor, type PartyId, type PersonId, uuidOf } from '@intekenboek/event-sourcing-core';
import type { TokenIssuer } from '@intekenboek/identity-application';
import { publicError } from '@intekenboek/platform-nest';
import { Inject, Injectable } from '@nestjs/common';

import { curlFor } from './curl';
import {
  DEMO_PARTIES,
  DEMO_PEOPLE,
  DEMO_TOKEN_ISSUER,
  type DemoParties,
  type DemoPerson,
} from './demo-people';
import type { DemoTokenInput } from './demo-token.input';

/** A token with what is needed to use it at once. */
export interface DemoToken {
  readonly token: string;
  readonly expiresAt: string;
  /** A command to paste into a shell. */
  readonly curl: string;
}

export interface DemoPersonWithToken extends DemoPerson, DemoToken {}

/** Lets anyone act as anyone: only in the demonstration. */
@Injectable()
export class DemoPeopleService {
  constructor(
    @Inject(DEMO_PEOPLE) private readonly people: readonly DemoPerson[],
    @Inject(DEMO_PARTIES) private readonly parties: DemoParties,
    @Inject(DEMO_TOKEN_ISSUER) private readonly issuer: TokenIssuer,
  ) {}

  /** @param origin where the commands go to, for example `http://localhost:4000`. */
  list(origin: string): Promise<readonly DemoPersonWithToken[]> {
    return Promise.all(
      this.people.map(async (person) => ({
        ...person,
        ...(await this.tokenFor(person.actor, person.query, origin)),
      })),
    );
  }

  /** @throws NOT_FOUND for a party that nobody registered. */
  async tokenForParty(input: DemoTokenInput, origin: string): Promise<DemoToken & { readonly actor: Actor }> {
    const party = await this.parties.find(input.partyId.toLowerCase() as PartyId);
    if (party === null) throw publicError('PARTY_UNKNOWN', partyUnknown, { field: 'partyId' });
    const actor: Actor = {
      personId: (input.personId ?? uuidOf(`demo-person:${party.partyId}`)) as PersonId,
      partyId: party.partyId,
      partyKind: party.kind,
      territory: party.territory,
      roles: input.roles,
    };
    return { actor, ...(await this.tokenFor(actor, '{ __typename }', origin)) };
  }

  private async tokenFor(actor: Actor, query: string, origin: string): Promise<DemoToken> {
    const { token, expiresAt } = await this.issuer.issue(actor);
    return { token, expiresAt, curl: curlFor({ origin, token, query }) };
  }
}

const partyUnknown = {
  code: 'NOT_FOUND',
  nl: 'Deze partij staat niet in het register. Kies de id van een partij die er wel in staat.',
  en: 'This party is not in the register. Choose the id of a party that is.',
} as const;
