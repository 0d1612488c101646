import { ConfigRefused, readSettings } from './settings';

const read = (env: Record<string, string>) => readSettings(env, '/somewhere');

describe('the settings of an installation', () => {
  it('keep everything in the data folder when no server is named', () => {
    expect(read({ INTEKENBOEK_DATA: 'here' })).toMatchObject({
      eventStore: { kind: 'SQLITE', file: '/somewhere/here/log.sqlite' },
      readModels: { kind: 'PGLITE', directory: '/somewhere/here/read-models' },
      kafka: null,
    });
  });

  it('keep log and read models in one PostgreSQL when that is named', () => {
    const url = 'postgres://someone@db/intekenboek';
    expect(read({ DATABASE_URL: url })).toMatchObject({
      eventStore: { kind: 'POSTGRES', url },
      readModels: { kind: 'POSTGRES', url },
    });
  });

  it('keep the read models apart when they are named apart', () => {
    const [log, models] = ['postgres://db/log', 'postgresql://other/read-models'];
    expect(read({ DATABASE_URL: log, READ_MODELS_URL: models })).toMatchObject({
      eventStore: { kind: 'POSTGRES', url: log },
      readModels: { kind: 'POSTGRES', url: models },
    });
  });

  it('keep the log in KurrentDB and the read models in PostgreSQL when both are named', () => {
    const env = { KURRENTDB_URL: 'kurrentdb://one:2113,two:2113', DATABASE_URL: 'postgres://db/read-models' };
    expect(read(env)).toMatchObject({
      eventStore: { kind: 'KURRENTDB', url: env.KURRENTDB_URL },
      readModels: { kind: 'POSTGRES', url: env.DATABASE_URL },
    });
  });

  it('name every broker, and who signs in', () => {
    const env = {
      KAFKA_BROKERS: 'a:9092, b:9093',
      KAFKA_SSL: 'true',
      KAFKA_USERNAME: 'u',
      KAFKA_PASSWORD: 'p',
    };
    expect(read(env).kafka).toEqual({
      brokers: ['a:9092', 'b:9093'],
      ssl: true,
      replicas: 2,
      sasl: { username: 'u', password: 'p' },
    });
  });

  it('let the clock of the demonstration stand at a moment', () => {
    expect(read({ INTEKENBOEK_NOW: '2027-03-01T09:00:00+01:00' }).standsAt).toBe('2027-03-01T08:00:00.000Z');
  });

  const outside = {
    INTEKENBOEK_DEMONSTRATION: 'false',
    INTEKENBOEK_ISSUER: 'https://issuer',
    INTEKENBOEK_AUDIENCE: 'us',
    INTEKENBOEK_JWKS: 'keys.json',
  };

  it.each([
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    [{ READ_MODELS_URL: 'db.example' }, 'READ_MODELS_URL'],
    [{ KURRENTDB_URL: 'http://one:2113' }, 'KURRENTDB_URL'],
    [{ KAFKA_BROKERS: 'one:9092,two' }, '"two"'],
    [{ KAFKA_BROKERS: 'one:9092', KAFKA_SSL: 'yes' }, 'KAFKA_SSL'],
    [{ KAFKA_BROKERS: 'one:9092', KAFKA_USERNAME: 'u' }, 'KAFKA_PASSWORD'],
    [{ KAFKA_BROKERS: 'one:9092', KAFKA_REPLICAS: 'all' }, 'KAFKA_REPLICAS'],
    [{ INTEKENBOEK_ADDRESS: 'intekenboek.example' }, 'INTEKENBOEK_ADDRESS'],
    [{ INTEKENBOEK_OIN: '123' }, 'INTEKENBOEK_OIN'],
    [{ ...outside, KAFKA_BROKERS: 'one:9092' }, 'INTEKENBOEK_OIN'],
    [{ INTEKENBOEK_NOW: 'tomorrow' }, 'INTEKENBOEK_NOW'],
    [{ ...outside, INTEKENBOEK_NOW: '2027-03-01T09:00:00+01:00' }, 'INTEKENBOEK_NOW'],
  ])('%j are refused with the name of what is wrong', (env, name) => {
    expect(() => read(env)).toThrow(ConfigRefused);
    expect(() => read(env)).toThrow(name);
  });

  it('never repeat an address that may hold a password', () => {
    expect(() => read({ DATABASE_URL: 'postgresq://u:geheim@db' })).toThrow(/^(?!.*geheim)/s);
  });
});
