export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** Asks a running product over HTTP, as users do, in the name of the demo people. */
export class ApiClient {
  private tokens = new Map<string, string>();

  constructor(readonly address: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.address}${path}`, { headers });
  }

  /** Asks as one of the demo people; as nobody without a key. */
  async ask<Data = unknown>(
    query: string,
    person?: string,
    variables: object = {},
  ): Promise<GraphQLAnswer<Data>> {
    const { status, text } = await this.askText(query, person, variables);
    return { status, ...(JSON.parse(text) as Omit<GraphQLAnswer<Data>, 'status'>) };
  }

  /** The same, with the answer as it came over the line. */
  async askText(
    query: string,
    person?: string,
    variables: object = {},
  ): Promise<{ readonly status: number; readonly text: string }> {
    const token = person === undefined ? undefined : await this.tokenOf(person);
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }

  async tokenOf(person: string): Promise<string> {
    if (this.tokens.size === 0) {
      const answer = await this.get('/demo/people', { Accept: 'application/json' });
      const { people } = (await answer.json()) as { people: readonly { key: string; token: string }[] };
      this.tokens = new Map(people.map(({ key, token }) => [key, token]));
    }
    const token = this.tokens.get(person);
    if (token === undefined) throw new Error(`There is no demo person ${person}.`);
    return token;
  }
}
