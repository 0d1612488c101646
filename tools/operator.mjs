// `npm run operator -- move-log --help`: sets up what is missing and does what an operator asks. What comes after `--`
// goes to the program.
import { runProgram } from './program.mjs';

const STOPPED = 130;

await runProgram(['intekenboek', 'operator', 'main.js'], process.argv.slice(2), { whenStopped: STOPPED });
