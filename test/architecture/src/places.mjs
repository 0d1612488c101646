// Reads a list of folders and writes the tags that each must carry, or null where no project may be.
import { readFileSync } from 'node:fs';
import { placeOf } from '../../../tools/layers.mjs';

const folders = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(folders.map(placeOf)));
