import { Agent, request } from 'node:http';

export interface Sent {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string;
}

/** Sends GraphQL over connections that stay open, with as little work of its own as possible. */
export class GraphQLClient {
  private readonly agent: Agent;

  constructor(
    private readonly address: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body as it came. @throws Error for any other status than 200. */
  post({ query, variables, token }: Sent): Promise<string> {
    return this.postBody(JSON.stringify({ query, variables }), token);
  }

  postBody(body: string, token?: string): Promise<string> {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const sending = request(
        `${this.address}/graphql`,
        { method: 'POST', agent: this.agent, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            if (response.statusCode === 200) resolve(text);
            else reject(new Error(`${response.statusCode}: ${text.slice(0, 400)}`));
          });
        },
      );
      sending.once('error', reject);
      sending.end(body);
    });
  }

  /** The data. @throws Error when the answer holds errors. */
  async ask<Data>(sent: Sent): Promise<Data> {
    const text = await this.post(sent);
    const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown };
    if (errors !== undefined) throw new Error(text.slice(0, 400));
    return data;
  }

  close(): void {
    this.agent.destroy();
  }
}
