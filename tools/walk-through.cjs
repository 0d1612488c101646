// Writes the steps of the walk-through to docs/walk-through, where the README and the end-to-end test find them:
//   npm run walk-through
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../docs/walk-through');
const { walkThroughFiles } = require('../libs/product/demonstration/src/walk-through.files.ts');

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const { name, text } of walkThroughFiles()) writeFileSync(join(folder, name), text);
console.log(`docs/walk-through: ${walkThroughFiles().length} steps`);
