// Runs a text as a program, the way the scripts run theirs.
import { listenForStop, run, Stopped } from '../../../tools/run.mjs';

listenForStop({ onSecond: () => console.log('second request') });
try {
  const { code } = await run(process.execPath, ['-e', process.argv[2]], { isShown: true });
  console.log('ended');
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  console.log('stopped');
}
