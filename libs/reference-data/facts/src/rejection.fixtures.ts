import { ReferenceDataRejected } from './reference-data.errors';

/** What was refused and why; fails when nothing was. */
export function rejectionOf(ask: () => unknown): Pick<ReferenceDataRejected, 'code' | 'details'> {
  try {
    ask();
  } catch (error) {
    if (error instanceof ReferenceDataRejected) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('Nothing was refused.');
}
