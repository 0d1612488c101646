import type { Command, HandleCommand } from '@intekenboek/event-sourcing-core';

import type { Log } from '../log/log';
import type { CommandMetrics, CommandResult } from '../metrics/command.metrics';
import { withSpan } from '../traces/with-span';
import { kindOfError, refusalCode } from '../errors/refusal';

/** Where a command came from: a person through GraphQL, a message, a policy of ours, or the demonstration. */
export type CommandOrigin = 'graphql' | 'message' | 'policy' | 'demonstration';

/** Who asks for what; null where that is not known, because nobody said who acts or the form was wrong. */
export interface ObservedCommand {
  /** The type of the command: `SignAgreement`. */
  readonly type: string;
  readonly commandId: string | null;
  readonly actor: { readonly personId: string; readonly partyId: string } | null;
  readonly origin: CommandOrigin;
}

export interface CommandObserver {
  /**
   * Does `work` under a span `handle <type>`, counts how it ended, and writes the one access line that every command
   * leaves in the log: event, result, origin, actor and time.
   */
  observe<T>(
    command: ObservedCommand,
    work: () => Promise<T>,
    isUnchanged: (value: T) => boolean,
  ): Promise<T>;
}

export interface CommandObserverOptions {
  readonly log: Log;
  readonly metrics: CommandMetrics;
}

interface Ended {
  readonly result: CommandResult;
  readonly code: string | null;
}

export function commandObserver({ log, metrics }: CommandObserverOptions): CommandObserver {
  function tell({ type, commandId, actor, origin }: ObservedCommand, ended: Ended, seconds: number): void {
    metrics.commandHandled({ operation: type, ...ended, seconds });
    // A policy asks the same of every case in every run; what changes nothing is no act.
    if (origin === 'policy' && ended.result === 'unchanged') return;
    const facts = {
      kind: 'access',
      event: type,
      ...ended,
      origin,
      personId: actor?.personId ?? null,
      partyId: actor?.partyId ?? null,
      commandId,
      ms: Math.round(seconds * 1000),
    };
    log({ level: 'info', message: `Command ${ended.result}.`, facts });
  }

  return {
    observe: (command, work, isUnchanged) =>
      withSpan(`handle ${command.type}`, attributesOf(command), async (span) => {
        const startedAt = performance.now();
        const end = (ended: Ended): void => {
          span.set({ 'intekenboek.outcome': ended.result });
          tell(command, ended, (performance.now() - startedAt) / 1000);
        };
        try {
          const value = await work();
          end({ result: isUnchanged(value) ? 'unchanged' : 'accepted', code: null });
          return value;
        } catch (error) {
          end(endOf(error));
          throw error;
        }
      }),
  };
}

/** Commands that do not come through GraphQL, observed in the same way. */
export const observedCommands =
  <C extends Command>(
    handle: HandleCommand<C>,
    observer: CommandObserver,
    origin: CommandOrigin,
  ): HandleCommand<C> =>
  (command) =>
    observer.observe(
      { type: command.type, commandId: command.meta.commandId, actor: command.meta.actor, origin },
      () => handle(command),
      ({ isUnchanged }) => isUnchanged,
    );

const attributesOf = ({ type, commandId }: ObservedCommand) => ({
  'intekenboek.command.type': type,
  ...(commandId !== null && { 'intekenboek.command.id': commandId }),
});

function endOf(error: unknown): Ended {
  const code = refusalCode(error);
  return code === null ? { result: 'failed', code: kindOfError(error) } : { result: 'refused', code };
}
