// Writes what others must know of the messages: JSON Schemas and an AsyncAPI document in docs/messages, and the same
// schemas where the program finds them. `--check` writes nothing, and says what is no longer as the types have it.
//   npm run messages
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { asyncapi } = require('./asyncapi.cjs');
const { messageSchemas } = require('./message-schemas.cjs');
const { schemaNameOf, TOPIC_OF, TOPIC_PLANS, TOPICS } = require('../libs/messaging/contracts/src/index.ts');
const { version } = require('../package.json');

const root = join(__dirname, '..');
const schemaFolder = 'docs/messages/schemas';
const contracts = 'libs/messaging/contracts/src';

const examples = ['published/published-events.fixture.jsonl', 'inbound/progress-messages.fixture.jsonl']
  .flatMap((file) =>
    readFileSync(join(root, contracts, file), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => JSON.parse(line));

const json = (value) => JSON.stringify(value, null, 2);

function filesOf(schemas) {
  const { published, inbound } = schemas;
  const named = {
    ...published.data,
    ...inbound.data,
    'cloud-event.v1': published.envelope,
    'inbound-envelope.v1': inbound.envelope,
    'nl.intekenboek.dead-letter.v1': schemas.deadLetter,
  };
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return [
    ...Object.entries(named).map(([name, schema]) => [
      `${schemaFolder}/${name}.json`,
      json({ $schema, $id: schemaNameOf(name), ...schema }),
    ]),
    [
      'docs/messages/asyncapi.json',
      json(asyncapi({ schemas, topics: TOPICS, topicOf: TOPIC_OF, plans: TOPIC_PLANS, examples, version })),
    ],
    [
      'libs/messaging/adapter-ajv/src/message-schemas.data.ts',
      `// Made by \`npm run messages\` of the types in libs/messaging/contracts; a test holds it to them.\n` +
        `export const MESSAGE_SCHEMAS = ${json({ published, inbound })};\n`,
    ],
  ];
}

async function formatted([file, text]) {
  const { format, resolveConfig } = await import('prettier');
  const filepath = join(root, file);
  return [file, await format(text, { ...(await resolveConfig(filepath)), filepath })];
}

const stored = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);

function write(files) {
  rmSync(join(root, schemaFolder), { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  console.log(`docs/messages: ${files.length - 2} schemas and the AsyncAPI document`);
}

function check(files) {
  const known = new Set(files.map(([file]) => file));
  const stale = [
    ...files.filter(([file, text]) => stored(file) !== text).map(([file]) => file),
    ...readdirSync(join(root, schemaFolder))
      .map((name) => `${schemaFolder}/${name}`)
      .filter((file) => !known.has(file)),
  ];
  if (stale.length === 0) return;
  console.error(`Not as the types have it:\n${stale.join('\n')}\nRun: npm run messages`);
  process.exitCode = 1;
}

Promise.all(filesOf(messageSchemas()).map(formatted)).then(process.argv.includes('--check') ? check : write);
