import { writeSync } from 'node:fs';

import { lineWriter, logOf } from '../log/log';
import { createMetrics } from '../metrics/metrics';
import { runService } from './run-service';
import type { ServiceContext, ServiceOptions } from './run-service.types';
import { StartRefused } from './start-errors';

// Started by `run-service.int.spec.ts`: node … service.process.ts <name of a life>
// SIGUSR2 stands for whatever the test wants to happen next.

type Life = Partial<Omit<ServiceOptions, 'start'>> & Pick<ServiceOptions, 'start'>;

const told = (): Promise<void> => new Promise((resolve) => process.once('SIGUSR2', resolve));
const never = (): Promise<never> => new Promise(() => undefined);
const away = () => Promise.reject(new Error('connect ECONNREFUSED postgres://me:s3cret@127.0.0.1:5432'));

const fault = (): never => {
  throw new TypeError('It is not a function.');
};

/** Two parts that tell when they stop, the second by `stop`. */
const withParts = (context: ServiceContext, stop: () => Promise<void> = async () => undefined) => {
  const telling = (part: string, before: () => Promise<void>) => async () => {
    await before();
    context.log({ level: 'info', message: `${part} has stopped.` });
  };
  context.onStop(
    'first part',
    telling('first part', async () => undefined),
  );
  context.onStop('second part', telling('second part', stop));
  return { stop: telling('service', async () => undefined) };
};

const lives: Readonly<Record<string, Life>> = {
  orderly: { start: async (context) => withParts(context) },
  'without anything that keeps it alive': { management: null, start: async () => undefined },
  'stopping when it is told': { start: async (context) => withParts(context, told) },
  draining: { limits: { drainMs: 60_000 }, start: async (context) => withParts(context) },
  'with a part that never stops': {
    limits: { stopMs: 300 },
    start: async (context) => withParts(context, never),
  },
  'with a part that cannot be stopped': {
    start: async (context) => withParts(context, () => Promise.reject(new Error('It is stuck.'))),
  },
  'that starts slowly': {
    start: async (context) => {
      context.log({ level: 'info', message: 'Opening.' });
      await told();
      return withParts(context);
    },
  },
  'with a fault': {
    start: async () => void told().then(() => void setImmediate(fault)),
  },
  'with a promise that nobody keeps': {
    start: async () => void told().then(() => Promise.reject(new RangeError('Broken promise.'))),
  },
  'that gives up': {
    start: async (context) => {
      void told().then(() => context.fail(new Error('The lease table is gone.')));
      return withParts(context);
    },
  },
  'that cannot start with its settings': {
    start: async (context) => {
      withParts(context);
      throw new StartRefused('PORT=x: geef een getal | give a number.');
    },
  },
  'that its own words refuse': {
    isRefusal: (error) => error instanceof TypeError,
    start: () => Promise.reject(new TypeError('KAFKA_BROKERS is missing.')),
  },
  'that cannot start': { start: () => Promise.reject(new Error('No idea.')) },
  'whose server stays away': {
    limits: { startMs: 700 },
    start: async (context) => {
      const parts = withParts(context);
      await context.reach('DATABASE_URL', away);
      return parts;
    },
  },
  'whose server is away for long': {
    start: async (context) => {
      const parts = withParts(context);
      await context.reach('DATABASE_URL', away);
      return parts;
    },
  },
  'whose server comes later': {
    start: async (context) => {
      let isThere = false;
      void told().then(() => (isThere = true));
      await context.reach('DATABASE_URL', () => (isThere ? Promise.resolve() : away()));
      return withParts(context);
    },
  },
  'whose code is wrong': {
    start: (context) => context.reach('DATABASE_URL', () => Promise.reject(new TypeError('x is undefined'))),
  },
};

const life = lives[process.argv[2] ?? ''];
if (life === undefined) throw new Error(`There is no life ${process.argv[2]}.`);
const port = Number(process.argv[3] ?? 0);

void runService({
  name: 'example',
  version: '1.2.3',
  log: logOf(lineWriter({ service: 'example', destination: { write: (line) => void writeSync(1, line) } })),
  metrics: createMetrics({ service: 'example', version: '1.2.3' }),
  management: { host: '127.0.0.1', port },
  traces: undefined,
  ...life,
});
