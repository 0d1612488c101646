// Reads { report, exitCode } and writes what they count as.
import { readFileSync } from 'node:fs';
import { countsOf } from '../../../tools/test-report.mjs';

const { report, exitCode } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(countsOf(report, exitCode)));
