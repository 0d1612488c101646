import { randomUUID } from 'node:crypto';

import { Client } from 'pg';

export interface PostgresDatabase {
  readonly url: string;
  /** Ends every session in it first. */
  drop(): Promise<void>;
}

/**
 * An empty database of its own on a server that others use at the same time. It orders text as the server does, or by
 * the rules of `language` (`nl`), as a database of somebody else may.
 */
export async function newPostgresDatabase(serverUrl: string, language?: string): Promise<PostgresDatabase> {
  const name = `intekenboek_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const order =
    language === undefined ? '' : `template template0 locale_provider icu icu_locale '${language}'`;
  await onServer(serverUrl, `create database ${name} ${order}`);
  return {
    url: url.href,
    drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
