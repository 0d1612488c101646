/**
 * What this process believed of a copy of a read model is no longer so: another process has fed it, replaced it or let
 * it go. Nothing was written.
 */
export class CopyTakenOver extends Error {
  override readonly name = 'CopyTakenOver';

  constructor(readonly schema: string) {
    super(`The tables of ${schema} are kept up by another process.`);
  }
}
