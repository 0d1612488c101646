// Runs TypeScript sources as they are, for scripts and for processes that tests start:
//   node -r <root>/tools/swc-register.cjs -C @intekenboek/source file.ts
// What was compiled once is kept in node_modules/.cache, so that a second start does not load the compiler at all.
// There are no source maps: a test kills such a process, nobody steps through it.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const options = require('./swc.cjs');
const { version } = require('@swc/core/package.json');

const cache = join(__dirname, '..', 'node_modules', '.cache', 'swc-register');
const edition = JSON.stringify([version, options]);

Module._extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256').update(edition).update(filename).update(source).digest('hex');
  const kept = join(cache, `${key.slice(0, 40)}.js`);
  module._compile(read(kept) ?? keep(kept, compile(source, filename)), filename);
};

function compile(source, filename) {
  const { transformSync } = require('@swc/core');
  return transformSync(source, { ...options, filename, sourceMaps: false }).code;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place: processes that start together must not read half a file. */
function keep(file, code) {
  try {
    mkdirSync(cache, { recursive: true });
    const own = `${file}.${process.pid}`;
    writeFileSync(own, code);
    renameSync(own, file);
  } catch {
    // A read-only folder only means that the next start compiles again.
  }
  return code;
}
