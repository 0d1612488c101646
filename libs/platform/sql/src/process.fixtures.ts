import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { until } from './promises.fixtures';

const ROOT = join(__dirname, '../../../..');

/** A program of this folder in a process of its own, and the lines that it has said. */
export class StartedProcess {
  readonly lines: string[] = [];
  private readonly child: ChildProcess;
  private readonly gone: Promise<unknown>;

  constructor(script: string, args: readonly string[]) {
    const hook = join(ROOT, 'tools/swc-register.cjs');
    const program = ['-r', hook, '-C', '@intekenboek/source', join(__dirname, script), ...args];
    this.child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.gone = once(this.child, 'exit');
    if (this.child.stdout) createInterface(this.child.stdout).on('line', (line) => this.lines.push(line));
  }

  said(line: string, times = 1): Promise<void> {
    return until(() => this.lines.filter((said) => said === line).length >= times);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it, whatever it is doing, and waits until it is gone. */
  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.child.kill(signal);
    await this.gone;
  }
}
