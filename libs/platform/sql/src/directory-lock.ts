import { mkdirSync, readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works on the folder: two at once would lose rows without a word. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';

  constructor(
    readonly directory: string,
    readonly holder: string,
  ) {
    super(`${directory} is in use by ${holder}. Stop that process, or choose another folder.`);
  }
}

/** The folder is not empty and holds no database: somebody else's files, which are not ours to remove. */
export class DirectoryNotOurs extends Error {
  override readonly name = 'DirectoryNotOurs';

  constructor(readonly directory: string) {
    super(`${directory} holds other files than a database. Choose another folder for the read models.`);
  }
}

/** How the last holder left the folder. `DAMAGED`: it said so, or the machine went down under it. */
export type PreviousUse = 'NONE' | 'CLEAN' | 'KILLED' | 'DAMAGED';

/**
 * The right to a folder, kept in a file beside it. The lock is one of the operating system, taken through SQLite:
 * it ends with the process, however that ends, so that nobody has to guess whether a process id is still the same.
 */
export class DirectoryLock {
  private constructor(
    private readonly file: DatabaseSync,
    readonly previousUse: PreviousUse,
  ) {}

  /** @throws DirectoryInUse */
  static take(directory: string): DirectoryLock {
    mkdirSync(dirname(directory), { recursive: true });
    const file = new DatabaseSync(`${directory}.lock`);
    try {
      file.exec('begin immediate');
      file.exec(
        'create table if not exists holder (id integer primary key, name text, boot text, state text)',
      );
      const previousUse = useBefore(file);
      file
        .prepare('insert or replace into holder values (1, ?, ?, ?)')
        .run(`process ${process.pid}, since ${new Date().toISOString()}`, bootId(), 'IN_USE');
      // Whoever is refused reads the name: it must be committed. The lock itself is the transaction that stays open.
      file.exec('commit; begin immediate');
      return new DirectoryLock(file, previousUse);
    } catch (error) {
      const holder = isBusy(error) ? holderIn(file) : null;
      file.close();
      throw holder === null ? error : new DirectoryInUse(directory, holder);
    }
  }

  /** The next holder must not trust what is stored, even if this process ends without another word. */
  markDamaged(): void {
    this.file.exec(`update holder set state = 'DAMAGED'; commit; begin immediate`);
  }

  /** Call it when everything is on the disk. */
  release(): void {
    this.file.exec(`update holder set state = 'CLEAN' where state = 'IN_USE'; commit`);
    this.file.close();
  }
}

function useBefore(file: DatabaseSync): PreviousUse {
  const last = file.prepare('select boot, state from holder').get();
  if (last === undefined) return 'NONE';
  if (last['state'] !== 'IN_USE') return last['state'] === 'CLEAN' ? 'CLEAN' : 'DAMAGED';
  // A killed process leaves its writes with the operating system; a machine that went down takes them along.
  return last['boot'] === bootId() ? 'KILLED' : 'DAMAGED';
}

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;

function holderIn(file: DatabaseSync): string {
  const holder = file.prepare('select name from holder').get();
  return String(holder?.['name'] ?? 'another process');
}

/** Names this run of the machine. Where the system has no name for it, the minute in which it started. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return `up since ${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
}
