import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { Client } from 'pg';

import { type Ask, askOn } from './ask';
import { type LogConnection, STATEMENT_MS } from './log-connection';
import { LOCK_CLASS, MIGRATION_LOCK, MIGRATIONS } from './migrations';
import { explained } from './postgres-failure';

const VERSION_MIN = 13;

/** Which log this is, and what is added to the server's number of a transaction to get the log's. */
export interface LogIdentity {
  readonly logId: string;
  readonly shift: string;
}

/** The log and what the operator should know of its server. */
export interface OpenedLog extends LogIdentity {
  readonly warnings: readonly string[];
}

/**
 * True when the log holds events of transactions that this server has not come to yet: it was made on another one, and
 * restored here from a dump.
 */
export const IS_AHEAD = `coalesce(
  (select transaction_id from event_log.events order by transaction_id desc, position desc limit 1)
    >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + transaction_shift, false)`;

// The transaction that does this has a number of its own: what comes after it stands after all that is there.
const SHIFT = `
  update event_log.log set transaction_shift =
    (select max(transaction_id) from event_log.events) + 1 - pg_current_xact_id()::text::bigint`;

/**
 * Makes the tables where they are missing. Of several processes that start at once one does the work and the others
 * wait for it.
 * @throws EventStoreUnavailable when the log is newer than this release or cannot be used.
 */
export async function openLog({ config, where }: LogConnection): Promise<OpenedLog> {
  const client = new Client(config);
  // Who waits for an answer is told of a broken connection by that answer.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await prepare(askOn(client), where);
  } catch (error) {
    throw explained(error, where);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepare(ask: Ask, where: string): Promise<OpenedLog> {
  const warnings = await judgeServer(ask, where);
  await ask({ text: `set lock_timeout = ${STATEMENT_MS}` });
  await ask({ text: 'begin isolation level read committed' });
  await ask({ text: `select pg_advisory_xact_lock(${LOCK_CLASS}, ${MIGRATION_LOCK})` });
  await migrate(ask, where);
  const identity = await identify(ask);
  await ask({ text: 'commit' });
  return { ...identity, warnings };
}

async function judgeServer(ask: Ask, where: string): Promise<readonly string[]> {
  const [row] = await ask({
    text: `select current_setting('server_version_num')::int / 10000, current_setting('server_encoding'),
      pg_is_in_recovery(), current_setting('fsync')`,
  });
  const [version, encoding, isStandby, fsync] = row ?? [];
  const refuse = (text: string) => new EventStoreUnavailable(`${where} ${text}`);
  if (Number(version) < VERSION_MIN)
    throw refuse(`is PostgreSQL ${version}; at least ${VERSION_MIN} is needed.`);
  if (encoding !== 'UTF8') throw refuse(`keeps texts as ${encoding}. Make a database with encoding UTF8.`);
  if (isStandby === 't') throw refuse('is a standby. Let DATABASE_URL name the primary server.');
  if (fsync === 'on') return [];
  return [`${where} runs with fsync=off: a power cut may take what was acknowledged. Turn it on.`];
}

async function migrate(ask: Ask, where: string): Promise<void> {
  const done = await migrationsDone(ask);
  if (done > MIGRATIONS.length) {
    throw new EventStoreUnavailable(
      `The log of ${where} was made by a newer release (format ${done}; this one knows ${MIGRATIONS.length}). Start that release again.`,
    );
  }
  for (const [index, text] of MIGRATIONS.entries()) {
    if (index < done) continue;
    await ask({ text });
    await ask({ text: 'insert into event_log.migrations (number) values ($1)', values: [index + 1] });
  }
}

/** An existing schema is used as it is, so that the services need no right to make one. */
async function migrationsDone(ask: Ask): Promise<number> {
  const [found] = await ask({ text: `select to_regclass('event_log.migrations') is not null` });
  if (found?.[0] !== 't') {
    await ask({
      text: `create schema if not exists event_log;
        create table event_log.migrations (number integer primary key, done_at timestamptz not null default now())`,
    });
  }
  const [row] = await ask({ text: 'select coalesce(max(number), 0) from event_log.migrations' });
  return Number(row?.[0]);
}

async function identify(ask: Ask): Promise<LogIdentity> {
  const [found] = await ask({ text: `select ${IS_AHEAD} from event_log.log` });
  if (found?.[0] === 't') await ask({ text: SHIFT });
  const [row] = await ask({ text: 'select log_id, transaction_shift from event_log.log' });
  return { logId: String(row?.[0]), shift: String(row?.[1]) };
}
