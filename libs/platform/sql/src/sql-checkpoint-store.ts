import {
  type Checkpoint,
  CHECKPOINT_AT_START,
  CheckpointMoved,
  type CheckpointStore,
  FEED_START,
} from '@intekenboek/event-sourcing-core';
import { sql } from 'kysely';

import type { Database } from './database';
import { ENGINE_SCHEMA } from './migrations';

/** Checkpoints of one log, beside the read models. */
export const sqlCheckpointStore = ({ kysely }: Database, logId: string): CheckpointStore => {
  const table = sql.table(`${ENGINE_SCHEMA}.checkpoint`);
  return {
    async read(name) {
      const { rows } = await sql<Checkpoint>`
        select position, event_id as "eventId" from ${table}
        where log_id = ${logId} and name = ${name}`.execute(kysely);
      return rows[0] ?? CHECKPOINT_AT_START;
    },
    async move(name, from, { position, eventId }) {
      // A name that was never moved stands at the start, and has no row.
      const moving =
        from === FEED_START
          ? sql`insert into ${table} as stored (log_id, name, position, event_id)
              values (${logId}, ${name}, ${position}, ${eventId})
              on conflict (log_id, name) do update
              set position = excluded.position, event_id = excluded.event_id, moved_at = now()
              where stored.position = ${from}`
          : sql`update ${table} set position = ${position}, event_id = ${eventId}, moved_at = now()
              where log_id = ${logId} and name = ${name} and position = ${from}`;
      const { numAffectedRows } = await moving.execute(kysely);
      if (numAffectedRows !== 1n) throw new CheckpointMoved(name, from);
    },
  };
};
