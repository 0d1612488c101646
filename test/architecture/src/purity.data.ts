import { inApplication, inDomain, type Plant, type Violation } from './planted.fixtures';

const inFacts = 'libs/reference-data/facts/src/planted.ts';
const inContracts = 'libs/messaging/contracts/src/planted.ts';
const inKernel = 'libs/event-sourcing/core/src/planted.ts';

const plant = (title: string, path: string, value: string): Plant => ({
  title,
  path,
  text: `export const planted = (): unknown => ${value};\n`,
});

const impure = (title: string, path: string, value: string): Violation => ({
  ...plant(title, path, value),
  wanted: /^no-restricted-(globals|properties|syntax)/,
});

export const refused: readonly Violation[] = [
  impure('the time of day in a domain', inDomain, 'new Date()'),
  impure('the time of day in an application layer', inApplication, 'Date.now()'),
  impure('the time of day in the facts', inFacts, 'new Date()'),
  impure('the time of day in the contracts', inContracts, 'Date.now()'),
  impure('the time of day in the kernel', inKernel, 'new Date()'),
  impure('the time of day without new', inDomain, 'Date()'),
  impure('the clock of a measurement', inApplication, 'performance.now()'),
  impure('chance in a domain', inDomain, 'Math.random()'),
  impure('chance as an id', inApplication, 'crypto.randomUUID()'),
  impure('the environment', inApplication, 'process.env'),
  impure('the environment by a detour', inDomain, 'globalThis.process.env'),
  impure('the network', inApplication, "fetch('x')"),
  impure('a timer', inDomain, 'setTimeout(() => 1, 1)'),
  impure('the time zone of the machine', inDomain, 'new Date(0).getDay()'),
  impure('a date of the time zone of the machine', inDomain, 'new Date(2024, 1, 1)'),
  impure('the language of the machine', inDomain, '(1).toLocaleString()'),
  impure('the order of the language of the machine', inDomain, "'a'.localeCompare('b')"),
  impure('a module that is loaded later', inDomain, "import('node:crypto')"),
  impure('a module that is required', inDomain, "require('node:crypto')"),
];

export const accepted: readonly Plant[] = [
  plant('a moment that was given', inDomain, "new Date('2024-01-01T00:00:00Z').toISOString()"),
  plant('the day of the week in UTC', inDomain, 'new Date(0).getUTCDay()'),
  plant('an order in a named language', inDomain, "'a'.localeCompare('b', 'nl')"),
  plant('a clock in an app', 'apps/intekenboek/src/planted.ts', 'Date.now()'),
  plant('a clock in an adapter', 'libs/event-sourcing/adapter-sqlite/src/planted.ts', 'performance.now()'),
];
