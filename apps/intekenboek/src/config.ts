import {
  ConfigRefused,
  type Environment,
  portOf,
  readSettings,
  type Settings,
} from '@intekenboek/product-composition';

/** Everything that an operator can set for the whole product in one process. Read once, at the start. */
export interface Config extends Settings {
  /** Where HTTP listens; 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Whether an empty log is filled with the demonstration nation. */
  readonly loadsNation: boolean;
  /** Whether all read models are built anew, beside those that serve. */
  readonly rebuilds: boolean;
}

const OPTIONS = ['--empty', '--rebuild'];

const USAGE = `Gebruik / usage: npm start -- [--empty] [--rebuild]

  --empty    begin zonder de demonstratie / start without the demonstration nation
  --rebuild  bouw alle leesmodellen opnieuw op, terwijl de oude antwoorden /
             build all read models anew while the old ones answer

Instellingen / settings:
  PORT                       poort / port (4000)
  HOST                       adres / address (127.0.0.1)
  INTEKENBOEK_DATA           map met gegevens / data folder (./data)
  INTEKENBOEK_DEMONSTRATION  true (standaard / default) of / or false
  DATABASE_URL               postgres://…: logboek en leesmodellen in PostgreSQL / log and read models in PostgreSQL
  READ_MODELS_URL            postgres://…: leesmodellen in een andere database / read models in another database
  KURRENTDB_URL              kurrentdb://…: logboek in KurrentDB / log in KurrentDB
  KAFKA_BROKERS              host:poort,…: berichten via Kafka / messages through Kafka
  INTEKENBOEK_NOW            moment waarop de klok stilstaat (demonstratie) / moment at which the clock stands still
  KAFKA_SSL, KAFKA_REPLICAS, KAFKA_USERNAME, KAFKA_PASSWORD, INTEKENBOEK_OIN, INTEKENBOEK_ADDRESS
  zonder demonstratie / outside the demonstration:
  INTEKENBOEK_ISSUER, INTEKENBOEK_AUDIENCE, INTEKENBOEK_JWKS (adres of bestand / address or file)`;

/** @throws ConfigRefused naming the setting and what it must be. */
export function readConfig(argv: readonly string[], env: Environment, folder: string): Config {
  const unknown = argv.find((argument) => !OPTIONS.includes(argument));
  if (unknown === '--help') throw new ConfigRefused(USAGE);
  if (unknown !== undefined) {
    throw new ConfigRefused(`${unknown}: onbekende optie / unknown option.\n\n${USAGE}`);
  }
  const settings = readSettings(env, folder);
  return {
    ...settings,
    port: portOf(env, 'PORT', 4000),
    host: env['HOST'] ?? '127.0.0.1',
    loadsNation: settings.isDemonstration && !argv.includes('--empty'),
    rebuilds: argv.includes('--rebuild'),
  };
}
