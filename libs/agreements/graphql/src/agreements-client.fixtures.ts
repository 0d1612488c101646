import { type Actor, type PersonId, type Role, ROLES, uuidOf } from '@intekenboek/event-sourcing-core';

import {
  DOCUMENT,
  draftInput,
  housedInput,
  idOf,
  landInput,
  PARTIES,
  type PartyName,
} from './agreement.fixtures';

export interface Accepted {
  readonly id: string;
  readonly position: string;
  readonly revision: number;
  readonly unchanged: boolean;
}

/** An error as it comes over the network. */
export interface Refused {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Ask = (
  query: string,
  asking: { readonly variables?: object; readonly actor?: Actor | null },
) => Promise<{ readonly data: unknown; readonly errors: readonly Refused[] | undefined }>;

export const actorOf = (name: PartyName, roles: readonly Role[] = ROLES): Actor => {
  const { partyId, kind: partyKind, territory } = PARTIES[name];
  return { personId: uuidOf(`person:${name}`) as PersonId, partyId, partyKind, territory, roles };
};

/** What stands at a path in an answer; undefined where the path ends before. */
export const at = (answer: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, String(step)) : undefined,
    answer,
  );

export const report = (agreementId: string, name: string, amount: number) => ({
  agreementId,
  commitmentId: housedInput.commitmentId,
  reportId: idOf(name),
  amount,
  realisedOn: '2026-03-01',
  evidence: 'Overzicht maart',
});

/** Sends and asks as one of the parties. Whatever it asks waits for all that it has sent. */
export class AgreementsClient {
  private sent = 0;
  private position: string | null = null;

  constructor(private readonly ask: Ask) {}

  async act(mutation: string, who: PartyName | Actor, input: object) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await this.ask(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { id position revision unchanged } }`,
      {
        variables: { input: { commandId: idOf(`command ${(this.sent += 1)}`), ...input } },
        actor: typeof who === 'string' ? actorOf(who) : who,
      },
    );
    const accepted = at(data, mutation) as Accepted | undefined;
    if (accepted !== undefined) this.position = accepted.position;
    return { accepted, errors };
  }

  async done(mutation: string, who: PartyName, input: object): Promise<Accepted> {
    const { accepted, errors } = await this.act(mutation, who, input);
    if (accepted === undefined) throw new Error(JSON.stringify(errors));
    return accepted;
  }

  async read(id: string, who: PartyName | null): Promise<unknown> {
    return at(await this.query(DOCUMENT, who, { id }), 'agreement');
  }

  async query(query: string, who: PartyName | null, variables: object = {}): Promise<unknown> {
    const asking = {
      variables: { ...variables, waitFor: this.position },
      actor: who === null ? null : actorOf(who),
    };
    const { data, errors } = await this.ask(query, asking);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** A draft with two commitments and a condition between them. */
  async draft(changes: object = {}): Promise<string> {
    const { id: agreementId } = await this.done('draftAgreement', 'corporation', {
      ...draftInput,
      ...changes,
    });
    for (const commitment of [landInput, housedInput]) {
      await this.done('addCommitment', 'corporation', { agreementId, commitment });
    }
    const ends = { dependentId: housedInput.commitmentId, prerequisiteId: landInput.commitmentId };
    const condition = { conditionId: idOf('condition'), ...ends, neededBy: '2026-12-31' };
    await this.done('addCondition', 'municipality', { agreementId, ...condition });
    return agreementId;
  }

  async propose(agreementId: string): Promise<{ textVersion: number; contentHash: string }> {
    await this.done('proposeAgreement', 'corporation', { agreementId });
    const proposed = await this.read(agreementId, 'tenants');
    return {
      textVersion: Number(at(proposed, 'textVersion')),
      contentHash: String(at(proposed, 'contentHash')),
    };
  }

  async signByAll(agreementId: string, text: object): Promise<void> {
    for (const name of ['municipality', 'corporation', 'tenants'] as const) {
      await this.done('signAgreement', name, { agreementId, ...text });
    }
  }

  async inForce(changes: object = {}): Promise<string> {
    const agreementId = await this.draft(changes);
    await this.signByAll(agreementId, await this.propose(agreementId));
    return agreementId;
  }
}
