import { isUuid } from '@intekenboek/event-sourcing-core';
import type { CommandObserver, ObservedCommand } from '@intekenboek/platform-telemetry';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Optional,
} from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';

import type { RequestContext } from './request-context';
import { COMMAND_OBSERVER } from './tokens';

/** Every mutation is a command: it is measured, traced and leaves its line in the log, whatever becomes of it. */
@Injectable()
export class CommandInterceptor implements NestInterceptor {
  constructor(@Optional() @Inject(COMMAND_OBSERVER) private readonly observer: CommandObserver | undefined) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.observer === undefined || context.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    // Compiled questions bring no info; they are never mutations.
    const info = graphql.getInfo<GraphQLResolveInfo | undefined>();
    if (info?.parentType.name !== 'Mutation') return next.handle();
    const work = (): Promise<unknown> => lastValueFrom(next.handle());
    return from(this.observer.observe(commandOf(graphql, info.fieldName), work, isUnchanged));
  }
}

function commandOf(graphql: GqlExecutionContext, field: string): ObservedCommand {
  const { input } = graphql.getArgs<{ input?: { commandId?: unknown } }>();
  const { actor } = graphql.getContext<RequestContext>();
  return {
    type: `${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    commandId: commandIdOf(input?.commandId),
    actor,
    origin: 'graphql',
  };
}

/** The form has not been checked yet, and what is no id never reaches the log. */
function commandIdOf(given: unknown): string | null {
  const id = typeof given === 'string' ? given.toLowerCase() : '';
  return isUuid(id) ? id : null;
}

const isUnchanged = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'unchanged' in value && value.unchanged === true;
