import type { FeedPosition } from '@intekenboek/event-sourcing-core';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Observable } from 'rxjs';

import { publicError } from './public-error';
import { PositionUnknown, type ReadModelGate, ReadModelBehind } from './read-model-gate.port';
import { READ_MODEL_GATE } from './tokens';

const WAIT_MAX_MS = 5_000;

/** A root query that carries `waitFor` is answered once the read models have that write. Clients never sleep. */
@Injectable()
export class WaitForInterceptor implements NestInterceptor {
  constructor(@Inject(READ_MODEL_GATE) private readonly gate: ReadModelGate) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const { waitFor } = graphql.getArgs<{ waitFor?: string | null }>();
    if (waitFor) await this.waitFor(waitFor);
    return next.handle();
  }

  private async waitFor(position: string): Promise<void> {
    try {
      await this.gate.waitFor(position as FeedPosition, WAIT_MAX_MS);
    } catch (error) {
      if (error instanceof ReadModelBehind) {
        const details = { position, reached: error.reached };
        throw publicError('READ_MODEL_BEHIND', readModelBehind, details);
      }
      if (error instanceof PositionUnknown) {
        throw publicError('POSITION_UNKNOWN', positionUnknown, { field: 'waitFor' });
      }
      throw error;
    }
  }
}

const readModelBehind = {
  code: 'UNAVAILABLE',
  nl: 'Uw wijziging is bewaard, maar nog niet in de overzichten te zien. Vraag het over enkele seconden nog eens.',
  en: 'Your change is stored, but the overviews do not show it yet. Ask again in a few seconds.',
} as const;

const positionUnknown = {
  code: 'BAD_USER_INPUT',
  nl: 'Deze plaats is niet door dit register gegeven. Gebruik de position uit het antwoord op uw wijziging.',
  en: 'This position was not given out by this record. Use the position from the answer to your mutation.',
} as const;
