// `npm run bench -- append`: sets up what is missing and runs test/load/src/append.bench.ts. What comes after the name
// goes to the benchmark.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './projects.mjs';
import { listenForStop, run, Stopped } from './run.mjs';
import { environment, node, prepare, requireRunningNode, SetupFailed } from './setup.mjs';
import { wordsFor } from './words.mjs';

const words = wordsFor(process.env);
const folder = join('test', 'load', 'src');

const benchmarks = () =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''));

async function bench([name, ...options]) {
  if (!benchmarks().includes(name)) {
    const asked = name === undefined ? 'Which benchmark?' : `There is no benchmark ${name}.`;
    throw new SetupFailed(`${asked} There is: npm run bench -- ${benchmarks().join(' | ')}`);
  }
  await prepare(words, (line) => console.log(line));
  requireRunningNode(words);
  const hook = ['-r', join(root, 'tools', 'swc-register.cjs'), '-C', '@intekenboek/source'];
  const args = [...hook, join(folder, `${name}.bench.ts`), ...options];
  const { code } = await run(node(), args, { isShown: true, cwd: root, env: environment() });
  return code;
}

listenForStop({ onSecond: () => console.error(words.withoutWaiting) });
try {
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  if (error instanceof SetupFailed) console.error(error.message);
  else if (!(error instanceof Stopped)) throw error;
  process.exitCode = 1;
}
