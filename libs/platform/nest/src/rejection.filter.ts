import { DomainError } from '@intekenboek/event-sourcing-core';
import { type ArgumentsHost, Catch, type ExceptionFilter, type Type } from '@nestjs/common';

import { answer } from './error-answer';
import { publicError, type RejectionTable } from './public-error';

type RejectionClass<R extends string> = new (...args: never[]) => DomainError<R>;

/**
 * The filter of one context: `{ provide: APP_FILTER, useClass: rejectionFilter(AgreementRejected, AGREEMENT_REJECTIONS) }`.
 * The table must name every rejection.
 */
export function rejectionFilter<R extends string>(
  rejected: RejectionClass<R>,
  table: RejectionTable<R>,
): Type<ExceptionFilter> {
  @Catch(rejected)
  class RejectionFilter implements ExceptionFilter {
    catch(error: DomainError<R>, host: ArgumentsHost): unknown {
      return answer(host, publicError(error.code, table[error.code], error.details));
    }
  }
  return RejectionFilter;
}
