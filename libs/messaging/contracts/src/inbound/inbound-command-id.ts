import { type PartyId, uuidOf } from '@intekenboek/event-sourcing-core';

/**
 * The id of the command that a message becomes: the same message again is the same command (ADR-0004). The sender is
 * part of it, because nobody checks what stands in `source`: no party can use up the ids of another.
 */
export const inboundCommandId = (
  sender: PartyId,
  { source, id }: { readonly source: string; readonly id: string },
): string => uuidOf(`inbound:${JSON.stringify([sender, source, id])}`);
