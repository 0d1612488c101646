// `npm run service -- projector`: sets up what is missing and starts one of the services that may run apart.
import { runProgram } from './program.mjs';

const SERVICES = ['api', 'projector', 'monitor', 'relay'];
const [name, ...args] = process.argv.slice(2);

if (SERVICES.includes(name)) await runProgram([name, 'main.js'], args);
else {
  console.error(`npm run service -- ${SERVICES.join(' | ')}`);
  process.exitCode = 2;
}
