import {
  inApplication,
  inDomain,
  inGraphql,
  inReadModel,
  type Plant,
  reExport,
  type Violation,
} from './planted.fixtures';

const boundary = /^@nx\/enforce-module-boundaries/;
const LIBRARY = '@intekenboek/';

const forbids = (title: string, path: string, from: string, wanted = boundary): Violation => ({
  title,
  path,
  text: reExport(from),
  wanted,
});
const allows = (title: string, path: string, from: string): Plant => ({ title, path, text: reExport(from) });

export const refused: readonly Violation[] = [
  forbids('the domain of another context', inDomain, `${LIBRARY}agreements-domain`),
  forbids(
    'another context, between layers that fit',
    inApplication,
    `${LIBRARY}agreements-domain`,
    /scope:parties/,
  ),
  forbids('another context in a read model', inReadModel, `${LIBRARY}targets-domain`, /scope:parties/),
  forbids('the api of another context', inGraphql, `${LIBRARY}monitoring-graphql`, /scope:parties/),
  forbids(
    'another context in reference data',
    'libs/reference-data/graphql/src/planted.ts',
    `${LIBRARY}parties-domain`,
    /scope:reference-data/,
  ),
  forbids('a context in the kernel', 'libs/event-sourcing/core/src/planted.ts', `${LIBRARY}parties-domain`),
  forbids(
    'a context in the contracts',
    'libs/messaging/contracts/src/planted.ts',
    `${LIBRARY}parties-domain`,
  ),
  forbids('the application layer in a domain', inDomain, `${LIBRARY}parties-application`),
  forbids('the contracts of messages in a domain', inDomain, `${LIBRARY}messaging-contracts`),
  forbids('the read model in an application layer', inApplication, `${LIBRARY}parties-read-model`),
  forbids('the api in an application layer', inApplication, `${LIBRARY}parties-graphql`),
  forbids('SQL in an application layer', inApplication, `${LIBRARY}platform-sql`),
  forbids('the api in a read model', inReadModel, `${LIBRARY}parties-graphql`),
  forbids('the Nest platform in a read model', inReadModel, `${LIBRARY}platform-nest`),
  forbids('an adapter in an api', inGraphql, `${LIBRARY}event-sourcing-adapter-sqlite`),
  forbids('an app in a library', inGraphql, '../../../../apps/intekenboek/src/main'),
  forbids('test support in a product file', inDomain, `${LIBRARY}event-sourcing-testing`),
  forbids('its own library by name', inDomain, `${LIBRARY}parties-domain`),
  forbids('another project by a relative path', inApplication, '../../domain/src/index'),
  forbids(
    'a file deeper than an index',
    inApplication,
    `${LIBRARY}parties-domain/src/party.state`,
    /through its index/,
  ),
  forbids('example data in a product file', inDomain, './party.fixtures', /stays with tests/),

  forbids('an npm package in a domain', inDomain, 'kysely'),
  forbids('an npm package in an application layer', inApplication, 'rxjs'),
  forbids('an npm package in the kernel', 'libs/event-sourcing/core/src/planted.ts', 'pino'),
  forbids('an npm package in the facts', 'libs/reference-data/facts/src/planted.ts', 'kysely'),
  forbids('an npm package in the contracts', 'libs/messaging/contracts/src/planted.ts', 'class-validator'),
  forbids('Nest in a read model', inReadModel, '@nestjs/common'),
  forbids('GraphQL in a read model', inReadModel, 'graphql'),
  forbids('SQL in an api', inGraphql, 'kysely'),
  forbids('the GraphQL server in an api', inGraphql, '@apollo/server'),
  forbids('telemetry in the SQL layer', 'libs/platform/sql/src/planted.ts', `${LIBRARY}platform-telemetry`),
  forbids('Nest in the SQL layer', 'libs/platform/sql/src/planted.ts', '@nestjs/common'),
  {
    title: 'the server behind Nest in an api, except its types',
    path: inGraphql,
    text: "import express from 'express';\nexport const planted = express;\n",
    wanted: /Only its types/,
  },
  forbids('node:crypto in a domain', inDomain, 'node:crypto', /^no-restricted-imports/),
  forbids('fs without its prefix in an application layer', inApplication, 'fs', /^no-restricted-imports/),
  forbids('files in the kernel', 'libs/event-sourcing/core/src/uuid.ts', 'node:fs', /^no-restricted-imports/),
  {
    title: 'chance in the part of the kernel that makes ids',
    path: 'libs/event-sourcing/core/src/uuid.ts',
    text: "export { randomUUID } from 'node:crypto';\n",
    wanted: /^no-restricted-imports.*createHash/,
  },

  forbids(
    'an adapter other than memory in the spec of a domain',
    'libs/parties/domain/src/planted.spec.ts',
    `${LIBRARY}event-sourcing-adapter-sqlite`,
    /memory adapter/,
  ),
  forbids(
    'another context in a spec',
    'libs/parties/application/src/planted.spec.ts',
    `${LIBRARY}agreements-domain`,
    boundary,
  ),
  forbids('SQL in the spec of a domain', 'libs/parties/domain/src/planted.spec.ts', 'kysely'),
];

export const accepted: readonly Plant[] = [
  allows('the kernel in a domain', inDomain, `${LIBRARY}event-sourcing-core`),
  allows('the facts in a domain', inDomain, `${LIBRARY}reference-data-facts`),
  allows('a neighbour file', inDomain, './index'),
  allows('its domain in an application layer', inApplication, `${LIBRARY}parties-domain`),
  allows('the contracts in an application layer', inApplication, `${LIBRARY}messaging-contracts`),
  allows('its domain in a read model', inReadModel, `${LIBRARY}parties-domain`),
  allows('the SQL platform in a read model', inReadModel, `${LIBRARY}platform-sql`),
  allows('kysely in a read model', inReadModel, 'kysely'),
  allows('its read model in an api', inGraphql, `${LIBRARY}parties-read-model`),
  allows('its application layer in an api', inGraphql, `${LIBRARY}parties-application`),
  allows('the Nest platform in an api', inGraphql, `${LIBRARY}platform-nest`),
  allows(
    'telemetry in the Nest platform',
    'libs/platform/nest/src/planted.ts',
    `${LIBRARY}platform-telemetry`,
  ),
  allows('the api of reference data in an api', inGraphql, `${LIBRARY}reference-data-graphql`),
  allows('Nest in an api', inGraphql, '@nestjs/graphql'),
  allows('class-validator in an api', inGraphql, 'class-validator'),
  {
    title: 'the types of express in an api',
    path: inGraphql,
    text: "import type { Request } from 'express';\nexport type Planted = Request;\n",
  },
  {
    title: 'SHA-256 in the part of the kernel that makes ids',
    path: 'libs/event-sourcing/core/src/uuid.ts',
    text: "export { createHash } from 'node:crypto';\n",
  },
  allows('every context in an app', 'apps/intekenboek/src/planted.ts', `${LIBRARY}targets-graphql`),
  allows(
    'an adapter in an app',
    'apps/intekenboek/src/planted.ts',
    `${LIBRARY}event-sourcing-adapter-sqlite`,
  ),
  allows(
    'scenarios in the spec of a domain',
    'libs/parties/domain/src/planted.spec.ts',
    `${LIBRARY}event-sourcing-testing`,
  ),
  allows('fast-check in the spec of a domain', 'libs/parties/domain/src/planted.spec.ts', 'fast-check'),
  allows(
    'the memory adapter in a spec',
    'libs/parties/application/src/planted.spec.ts',
    `${LIBRARY}event-sourcing-adapter-memory`,
  ),
  allows(
    'the port of an application layer in what tests it',
    'libs/messaging/testing/src/planted.ts',
    `${LIBRARY}messaging-application`,
  ),
  allows(
    'every context in a test of the whole',
    'test/contract/src/planted.spec.ts',
    `${LIBRARY}parties-domain`,
  ),
];
