import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';

import type { ServerMetadata } from './server-metadata';

const IDENTITY = 'intekenboekLog-identity';

/** Of several stores that open a new log at once the first gives it its identity. */
export async function identityOf(metadata: ServerMetadata): Promise<string> {
  const known = await knownIdentity(metadata);
  if (known !== undefined) return known;
  try {
    const data = { intekenboekLogId: randomUUID() };
    await metadata.write(IDENTITY, { id: randomUUID(), data }, 'no-stream');
  } catch (error) {
    if (!(error instanceof WrongExpectedVersionError)) throw error;
  }
  const logId = await knownIdentity(metadata);
  if (logId === undefined) throw new EventStoreUnavailable(`KurrentDB lost the metadata of ${IDENTITY}.`);
  return logId;
}

async function knownIdentity(metadata: ServerMetadata): Promise<string | undefined> {
  const { data } = await metadata.read(IDENTITY);
  const logId = data !== undefined && 'intekenboekLogId' in data ? data.intekenboekLogId : undefined;
  return typeof logId === 'string' ? logId : undefined;
}
