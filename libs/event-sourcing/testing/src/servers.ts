/** Servers that a suite may need, by the setting that names them, and how to have one. */
const SERVERS = {
  DATABASE_URL: 'DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm test',
  KURRENTDB_URL: 'KURRENTDB_URL=kurrentdb://127.0.0.1:2113?tls=false npm test',
  KAFKA_BROKERS: 'KAFKA_BROKERS=127.0.0.1:9092 npm test (a broker: npm run kafka)',
} as const;
export type Server = keyof typeof SERVERS;

/**
 * What needs a server runs when the environment names one. Without it one skipped test says how to run the rest; where
 * INTEKENBOEK_REQUIRED_SERVERS names the setting, as in CI, its absence is a failure.
 */
export function describeWithServer(server: Server, title: string, body: (address: string) => void): void {
  const address = process.env[server];
  if (address) return describe(title, () => body(address));
  const isRequired = (process.env['INTEKENBOEK_REQUIRED_SERVERS'] ?? '').split(',').includes(server);
  describe(title, () => {
    if (isRequired) {
      it(`runs, because INTEKENBOEK_REQUIRED_SERVERS asks for ${server}`, () => {
        throw new Error(`${server} is not set. ${SERVERS[server]}`);
      });
    } else {
      it.skip(`needs a server: ${SERVERS[server]}`, () => undefined);
    }
  });
}
