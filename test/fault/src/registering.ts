import type { ApiClient } from '@intekenboek/product-testing';

const REGISTER = `mutation ($commandId: ID!, $partyId: ID!, $name: String!) {
  registerParty(input: { commandId: $commandId, partyId: $partyId, kind: TENANTS_ORGANISATION, name: $name,
    identifiers: [], validFrom: "2024-01-01", source: "fault test" }) { position unchanged } }`;

interface Answer {
  readonly data?: { readonly registerParty: { readonly position: string } | null } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const PERSON = 'programmabureau';
const AGAIN_AFTER_MS = 50;

/** A UUID that tells which number it is. */
export const numbered = (prefix: string, number: number): string =>
  `${prefix}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * People who enter parties in the register through the API, each of whom sends a command again, with the same id, until
 * it is acknowledged.
 */
export class Registering {
  /** By party id, where the register said that it was recorded. */
  readonly acknowledged = new Map<string, string>();
  /** Answers that are neither an acknowledgement nor a reason to send again: there must be none. */
  readonly surprises: string[] = [];
  private next = 0;

  constructor(private readonly api: ApiClient) {}

  /** Goes on until `signal` aborts; then every command that was begun is finished. */
  async run(people: number, signal: AbortSignal): Promise<void> {
    await this.api.tokenOf(PERSON);
    await Promise.all(
      Array.from({ length: people }, async () => {
        while (!signal.aborted) await this.registerOne();
      }),
    );
  }

  private async registerOne(): Promise<void> {
    this.next += 1;
    const number = this.next;
    const partyId = numbered('0000fa17', number);
    const variables = { commandId: numbered('0000c0de', number), partyId, name: `Groep ${number}` };
    for (let attempt = 0; attempt < 2_000; attempt += 1) {
      const position = await this.attempt(variables);
      if (position !== null) {
        this.acknowledged.set(partyId, position);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
    this.surprises.push(`${partyId} was never acknowledged.`);
  }

  private async attempt(variables: object): Promise<string | null> {
    const answer = await this.api.askText(REGISTER, PERSON, variables).catch(() => null);
    if (answer === null) return null;
    const { data, errors = [] } = JSON.parse(answer.text) as Answer;
    const [error] = errors;
    if (error === undefined) return data?.registerParty?.position ?? null;
    if (error.extensions.code !== 'UNAVAILABLE') this.surprises.push(answer.text);
    return null;
  }
}
