// `npm start`: sets up what is missing and starts Intekenboek. What comes after `--` goes to the program:
// `npm start -- --empty`.
import { runProgram } from './program.mjs';

await runProgram(['intekenboek', 'main.js'], process.argv.slice(2));
