import { KurrentDbAddressRefused } from '@intekenboek/event-sourcing-adapter-kurrentdb';
import { TopicDiffers } from '@intekenboek/messaging-application';
import {
  createMetrics,
  lineWriter,
  logOf,
  runService,
  type ServiceContext,
  type ServiceLimits,
  type WriteLine,
} from '@intekenboek/platform-telemetry';

import { type Ground, openGround } from './ground';
import { databaseReady, eventStoreReady } from './readiness';
import { ConfigRefused, type Environment, portOf, readSettings, type Settings } from './settings';
import { VERSION } from './version';

/** What a service of this product starts with: its life, its settings and the ground it stands on. */
export interface Service<S extends Settings = Settings> {
  readonly context: ServiceContext;
  readonly settings: S;
  readonly ground: Ground;
  readonly write: WriteLine;
}

export interface ServiceDefinition<S extends Settings> {
  /** `api`, `projector`, `monitor`, `relay`, `intekenboek`. */
  readonly name: string;
  /** Where health and metrics are asked when MANAGEMENT_PORT does not say so; null: only when it does. */
  readonly managementPort: number | null;
  /** Reads the settings; throws ConfigRefused. */
  readonly settings: (env: Environment) => S;
  /** Brings it up. What must be let go again is named with `context.onStop`. */
  readonly start: (service: Service<S>) => Promise<void>;
  readonly limits?: Partial<ServiceLimits>;
}

/** Runs a service of this product until it is asked to stop. Never returns. */
export async function runProductService<S extends Settings>(
  definition: ServiceDefinition<S>,
): Promise<never> {
  const { name, start, limits = {} } = definition;
  const env = process.env;
  const write = lineWriter(process.stdout.isTTY ? {} : { service: name, version: VERSION });
  const log = logOf(write);
  const metrics = createMetrics({ service: name, version: VERSION });
  const { settings, management } = readOrEnd(definition, env);
  return runService({
    name,
    version: VERSION,
    log,
    metrics,
    management,
    traces: env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined,
    isRefusal,
    limits,
    start: async (context) => {
      const ground = await openGround(settings, context);
      context.onStop('ground', () => ground.close());
      context.addCheck(eventStoreReady(ground.eventStore));
      context.addCheck(databaseReady(ground.database));
      await start({ context, settings, ground, write });
    },
  });
}

/** What no waiting mends, and whose message tells what to set. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ConfigRefused || error instanceof TopicDiffers || error instanceof KurrentDbAddressRefused;

/** The settings of a service that works apart from the others: what it shares with them must be on a server. */
export function settingsApart(env: Environment): Settings {
  const settings = readSettings(env, process.cwd());
  if (settings.eventStore.kind !== 'SQLITE' && settings.readModels.kind !== 'PGLITE') return settings;
  throw new ConfigRefused(
    'DATABASE_URL ontbreekt: diensten die apart draaien delen logboek en leesmodellen op een server; ' +
      'alles in één proces start met npm start / DATABASE_URL is missing: services that run apart share log and ' +
      'read models on a server; everything in one process starts with npm start.',
  );
}

function readOrEnd<S extends Settings>({ settings, managementPort }: ServiceDefinition<S>, env: Environment) {
  try {
    const port = env['MANAGEMENT_PORT'] ? portOf(env, 'MANAGEMENT_PORT', 0) : managementPort;
    const management = port === null ? null : { host: env['MANAGEMENT_HOST'] ?? '127.0.0.1', port };
    return { settings: settings(env), management };
  } catch (error) {
    // For a person at a terminal, before there is a log.
    if (!(error instanceof ConfigRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(2);
  }
}
