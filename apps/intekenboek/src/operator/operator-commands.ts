import { deadLettersCommand } from './dead-letters.command';
import { loadDemonstrationCommand } from './load-demonstration.command';
import { moveLogCommand } from './move-log.command';
import type { OperatorCommand } from './operator-command';
import { rebuildCommand } from './rebuild.command';

/** All that `npm run operator` can do. */
export const operatorCommands: readonly OperatorCommand[] = [
  deadLettersCommand,
  loadDemonstrationCommand,
  moveLogCommand,
  rebuildCommand,
];
