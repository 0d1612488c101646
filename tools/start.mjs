// `npm start`: sets up what is missing and starts Intekenboek. What comes after `--` goes to the program:
// `npm start -- --empty`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './projects.mjs';
import { listenForStop, run, Stopped } from './run.mjs';
import { environment, node, prepare, requireRunningNode, SetupFailed } from './setup.mjs';
import { wordsFor } from './words.mjs';

const words = wordsFor(process.env);
const program = join('apps', 'intekenboek', 'dist', 'main.js');

async function start() {
  await prepare(words, (line) => console.log(line));
  requireRunningNode(words);
  if (!existsSync(join(root, program))) throw new SetupFailed(words.nothingBuilt(program));
  const args = [program, ...process.argv.slice(2)];
  const { code, signal } = await run(node(), args, { isShown: true, cwd: root, env: environment() });
  if (signal) console.error(words.killed(signal));
  return code;
}

listenForStop({ onSecond: () => console.error(words.withoutWaiting) });
try {
  process.exitCode = await start();
} catch (error) {
  if (error instanceof Stopped) process.exitCode = 0;
  else if (error instanceof SetupFailed) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
