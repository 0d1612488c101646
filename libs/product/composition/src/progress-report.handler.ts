import { type AgreementCommands, progressCommandOf } from '@intekenboek/agreements-application';
import { type Actor, type Clock, ConcurrencyConflict, type Instant } from '@intekenboek/event-sourcing-core';
import { actorOfBearer, type TokenVerifier } from '@intekenboek/identity-application';
import type {
  InboundHandler,
  InboundOutcome,
  InboundProblem,
  MessageValidator,
  ReceivedMessage,
} from '@intekenboek/messaging-application';
import { inboundCommandId, type ProgressMessage, TOPICS } from '@intekenboek/messaging-contracts';
import { dayInAmsterdam } from '@intekenboek/platform-nest';

import { problemOf, tokenMissing } from './inbound-problems';

export interface ProgressReportOptions {
  readonly verifier: TokenVerifier;
  readonly commands: Pick<AgreementCommands, 'reportProgress' | 'correctProgress'>;
  readonly validator: MessageValidator<ProgressMessage>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Whether a token holds cannot be known at the moment: that says nothing about the message. */
export class IdentityProviderUnreachable extends Error {
  override readonly name = 'IdentityProviderUnreachable';
}

/** Trouble that passes by itself; the message then comes again for as long as it must. */
export const isPassingTrouble = (error: unknown): boolean =>
  error instanceof IdentityProviderUnreachable || error instanceof ConcurrencyConflict;

/**
 * Progress as systems of corporations report it: the same command as the API's, by who the token proves to be. The
 * token must have been valid, and the days are counted, when the broker wrote the message and not when it is read.
 */
export function progressReportHandler(options: ProgressReportOptions): InboundHandler {
  const { verifier, commands, validator, clock } = options;

  async function send(message: ProgressMessage, actor: Actor, at: Instant): Promise<InboundOutcome> {
    const commandId = inboundCommandId(actor.partyId, message);
    const command = progressCommandOf(message, { commandId, actor, at, today: dayInAmsterdam(new Date(at)) });
    const { isUnchanged } =
      command.type === 'ReportProgress'
        ? await commands.reportProgress(command)
        : await commands.correctProgress(command);
    return { kind: isUnchanged ? 'REPEATED' : 'ACCEPTED' };
  }

  return {
    topic: TOPICS.progressReports,
    async handle(received) {
      const at = earlier(received.receivedAt, clock.now());
      const { message, problems } = validator.read(received.value);
      const actor = await actorOf(verifier, received, at);
      if (!('personId' in actor)) return { kind: 'REFUSED', problems: [actor, ...problems] };
      if (message === null) return { kind: 'REFUSED', problems };
      try {
        return await send(message, actor, at);
      } catch (error) {
        const problem = problemOf(error);
        if (problem === null) throw error;
        return { kind: 'REFUSED', problems: [problem] };
      }
    },
  };
}

/** Who acts, or why that is not known. @throws IdentityProviderUnreachable */
async function actorOf(
  verifier: TokenVerifier,
  { headers }: ReceivedMessage,
  at: Instant,
): Promise<Actor | InboundProblem> {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  if (header === undefined) return tokenMissing;
  try {
    return await actorOfBearer(verifier, header, at);
  } catch (error) {
    const problem = problemOf(error);
    if (problem !== null) return problem;
    throw new IdentityProviderUnreachable('A token could not be checked.', { cause: error });
  }
}

// The clock of the broker may be ahead of ours, and nothing is recorded that is yet to happen.
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
