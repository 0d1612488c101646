import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ApiClient } from './api-client';
import { freePort, Program } from './program';

export const SERVICES = ['api', 'projector', 'monitor', 'relay'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** The product as four services apart, on servers that are there already. */
export class Installation {
  readonly folder: string;
  readonly api: ApiClient;
  private readonly services: ReadonlyMap<ServiceName, Program>;

  private constructor(
    names: readonly ServiceName[],
    env: Readonly<Record<string, string>>,
    private readonly ports: ReadonlyMap<string, number>,
  ) {
    this.folder = mkdtempSync(join(tmpdir(), 'intekenboek-services-'));
    this.api = new ApiClient(`http://127.0.0.1:${ports.get('public')}`);
    const shared = { ...env, INTEKENBOEK_DATA: this.folder, PORT: String(ports.get('public')) };
    this.services = new Map(
      names.map((name) => [name, new Program(name, { ...shared, MANAGEMENT_PORT: String(ports.get(name)) })]),
    );
  }

  /** Nothing runs yet. `env` names the servers. */
  static async of(
    env: Readonly<Record<string, string>>,
    names: readonly ServiceName[] = SERVICES,
  ): Promise<Installation> {
    const ports = new Map<string, number>();
    for (const name of ['public', ...names]) ports.set(name, await freePort());
    return new Installation(names, env, ports);
  }

  get names(): readonly ServiceName[] {
    return [...this.services.keys()];
  }

  /** Settles when the services say that they have started. */
  async start(...names: readonly ServiceName[]): Promise<void> {
    const chosen = names.length > 0 ? names : this.names;
    await Promise.all(chosen.map((name) => this.service(name).start(`${name}: gestart`)));
  }

  service(name: ServiceName): Program {
    const service = this.services.get(name);
    if (service === undefined) throw new Error(`There is no service ${name} in this installation.`);
    return service;
  }

  /** What the management port of a service answers. */
  manage(name: ServiceName, path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.ports.get(name)}${path}`);
  }

  /** Settles when a service says that it is ready. */
  async ready(name: ServiceName, withinMs = 60_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    let last = 'no answer';
    while (Date.now() < deadline) {
      const answer = await this.manage(name, '/health/ready').catch(() => null);
      if (answer?.status === 200) return;
      last = (await answer?.text()) ?? last;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${name} is not ready: ${last}\n${this.service(name).printedSoFar.slice(-3_000)}`);
  }

  /** Ends all services without asking and removes their folder. */
  async remove(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.end('SIGKILL')));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
