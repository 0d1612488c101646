import { currentScope } from '../scope/work-scope';
import { asWork, type NewWork, type OpenSpan, withSpan } from './with-span';

/** A part of the work around it, or a piece of work of its own where there is none. */
export const inWork = <T>(name: string, as: NewWork, work: (span: OpenSpan) => Promise<T>): Promise<T> =>
  currentScope() === undefined
    ? asWork(name, as, work)
    : withSpan(name, as.attributes ?? {}, work, as.kind ?? 'INTERNAL');
