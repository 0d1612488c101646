// The JSON Schemas of all messages, made from the types in libs/messaging and the sentences beside them.
const { createGenerator } = require('ts-json-schema-generator');
const { join } = require('node:path');

const root = join(__dirname, '..');

const options = {
  tsconfig: join(root, 'tsconfig.base.json'),
  // Whole in itself, and in the order in which the fields are written down.
  expose: 'none',
  topRef: false,
  sortProps: false,
  additionalProperties: false,
  // The tree is type-checked elsewhere.
  skipTypeCheck: true,
};

/** A schema of its own per property of a type that lists them by name. */
const byName = (listing) => listing.properties;

function without(key, schema) {
  if (Array.isArray(schema)) return schema.map((part) => without(key, part));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name, value]) => !(name === key && value === false))
      .map(([name, value]) => [name, without(key, value)]),
  );
}

/** What is published may get more fields, which a reader of today must ignore. */
const open = (schema) => without('additionalProperties', schema);

function bare(schema) {
  const { definitions = {}, ...rest } = schema;
  if (Object.keys(definitions).length > 0) throw new Error('A schema of a message refers to another.');
  delete rest.$schema;
  return rest;
}

/** `published` and `inbound`: an envelope, and the data by type. `deadLetter`: the whole message. */
exports.messageSchemas = () => {
  const messages = createGenerator({
    ...options,
    path: join(root, 'libs/messaging/contracts/src/{published,inbound}/*.ts'),
  });
  const refusals = createGenerator({
    ...options,
    path: join(root, 'libs/messaging/application/src/dead-letter.ts'),
  });
  const schemaOf = (type) => bare(messages.createSchema(type));
  return {
    published: {
      envelope: open(schemaOf('CloudEventV1')),
      data: open(byName(schemaOf('PublishedData'))),
    },
    // Who sends a field that we do not know means something by it: better refused than ignored. Attributes of the
    // envelope belong to CloudEvents, and may be of any extension.
    inbound: { envelope: open(schemaOf('InboundEnvelopeV1')), data: byName(schemaOf('InboundData')) },
    deadLetter: open(bare(refusals.createSchema('DeadLetter'))),
  };
};
