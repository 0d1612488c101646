import type { StreamRevision } from '@intekenboek/event-sourcing-core';
import { jsonEvent } from '@kurrent/kurrentdb-client';

import type { KurrentDbConnection } from './kurrentdb-connection';
import { streamRequest } from './read-request';

const TYPE_OF_METADATA = '$metadata';

export interface MetadataVersion {
  readonly revision: StreamRevision;
  /** Undefined while there are none. */
  readonly data: object | undefined;
}

/**
 * The metadata of streams that have no events, for what the log must hold beside its events. Metadata are the server's
 * own kind of event, which every reader of the feed leaves out; other names with `$` are not ours to give. Of metadata
 * the server keeps the latest version only.
 */
export class ServerMetadata {
  constructor(private readonly connection: KurrentDbConnection) {}

  /** @throws WrongExpectedVersionError when the metadata are not at `expected`; the same `id` again is the same version. */
  async write(
    stream: string,
    { id, data }: { readonly id: string; readonly data: object },
    expected: StreamRevision,
  ): Promise<void> {
    const event = jsonEvent({ id, type: TYPE_OF_METADATA, data: { ...data } });
    await this.connection.append(`$$${stream}`, [event], expected);
  }

  async read(stream: string): Promise<MetadataVersion> {
    const responses = await this.connection.read(streamRequest(`$$${stream}`, 0, 1));
    const event = responses
      .find((response) => response.hasEvent())
      ?.getEvent()
      ?.getEvent();
    if (event === undefined) return { revision: 'no-stream', data: undefined };
    return {
      revision: Number(event.getStreamRevision()),
      data: JSON.parse(Buffer.from(event.getData_asU8()).toString('utf8')) as object,
    };
  }
}
