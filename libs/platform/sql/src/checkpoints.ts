import type { Checkpoint, FeedPosition } from '@intekenboek/event-sourcing-core';
import { type Kysely, sql } from 'kysely';

import { CopyTakenOver } from './copy-taken-over';
import { eventNote } from './event-note';
import { ENGINE_SCHEMA, type EngineTables } from './migrations';
import type { ReadModelCopy } from './read-model-copy';
import { tablesOf } from './table-name';

/** A page that is written into copies that all stand at `from`. */
export interface CheckpointMove {
  readonly from: FeedPosition;
  readonly to: Checkpoint;
  readonly copies: readonly ReadModelCopy[];
  /** Those for which the page has events. */
  readonly changed: readonly ReadModelCopy[];
}

/**
 * Moves checkpoints inside the transaction that writes the rows they stand for, if they stand where this process
 * believes, in the very tables it believes. From then on until the end of the transaction no other process can move them.
 * @throws CopyTakenOver
 */
export async function moveCheckpoints(
  transaction: Kysely<unknown>,
  { from, to, copies, changed }: CheckpointMove,
): Promise<void> {
  const changedIds = changed.map(({ id }) => id);
  const moved = await tablesOf<EngineTables>(transaction, ENGINE_SCHEMA)
    .updateTable('read_model')
    .set({
      position: to.position,
      event_note: eventNote(to),
      changed_position: sql`case when copy_id = any(${changedIds}::uuid[]) then ${to.position} else changed_position end`,
      updated_at: sql`now()`,
    })
    .where(sql<boolean>`copy_id = any(${copies.map(({ id }) => id)}::uuid[])`)
    .where('position', '=', from)
    .where('status', '=', 'LIVE')
    .executeTakeFirst();
  if (moved.numUpdatedRows !== BigInt(copies.length)) throw new CopyTakenOver(copies[0]?.schema ?? '');
}
