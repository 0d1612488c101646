import {
  CHECKPOINT_AT_START,
  CheckpointMoved,
  type CheckpointStore,
  FEED_START,
} from '@intekenboek/event-sourcing-core';
import { sql } from 'kysely';

import type { Database } from './database';
import { checkpointFrom, eventNote } from './event-note';
import { ENGINE_SCHEMA } from './migrations';

/** Checkpoints of one log, beside the read models. */
export const sqlCheckpointStore = ({ kysely }: Database, logId: string): CheckpointStore => {
  const table = sql.table(`${ENGINE_SCHEMA}.checkpoint`);
  return {
    async read(name) {
      const { rows } = await sql<{ position: string; event_note: string | null }>`
        select position, event_note from ${table} where log_id = ${logId} and name = ${name}`.execute(kysely);
      const [row] = rows;
      return row === undefined ? CHECKPOINT_AT_START : checkpointFrom(row.position, row.event_note);
    },
    async move(name, from, to) {
      // A name that was never moved stands at the start, and has no row.
      const moving =
        from === FEED_START
          ? sql`insert into ${table} as stored (log_id, name, position, event_note)
              values (${logId}, ${name}, ${to.position}, ${eventNote(to)})
              on conflict (log_id, name) do update
              set position = excluded.position, event_note = excluded.event_note, moved_at = now()
              where stored.position = ${from}`
          : sql`update ${table} set position = ${to.position}, event_note = ${eventNote(to)}, moved_at = now()
              where log_id = ${logId} and name = ${name} and position = ${from}`;
      const { numAffectedRows } = await moving.execute(kysely);
      if (numAffectedRows !== 1n) throw new CheckpointMoved(name, from);
    },
  };
};
