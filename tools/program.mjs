// Sets up what is missing and runs one program of the product, in the way that all its scripts do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './projects.mjs';
import { listenForStop, run, Stopped } from './run.mjs';
import { environment, node, prepare, requireRunningNode, SetupFailed } from './setup.mjs';
import { wordsFor } from './words.mjs';

/**
 * Runs `apps/<app>/dist/<file>` with `args` to its end, and ends this process with its code; `whenStopped` is the code
 * after a request to stop that came before the program.
 */
export async function runProgram([app, ...file], args, { whenStopped = 0 } = {}) {
  const words = wordsFor(process.env);
  const program = join('apps', app, 'dist', ...file);
  listenForStop({ onSecond: () => console.error(words.withoutWaiting) });
  try {
    await prepare(words, (line) => console.log(line));
    requireRunningNode(words);
    if (!existsSync(join(root, program))) throw new SetupFailed(words.nothingBuilt(program));
    const options = { isShown: true, cwd: root, env: environment() };
    const { code, signal } = await run(node(), [program, ...args], options);
    if (signal) console.error(words.killed(signal));
    process.exitCode = code;
  } catch (error) {
    if (error instanceof Stopped) process.exitCode = whenStopped;
    else if (error instanceof SetupFailed) {
      console.error(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}
