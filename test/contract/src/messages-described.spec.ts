import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import specs from '@asyncapi/specs';
import { inboundValidator, publishedValidator } from '@intekenboek/messaging-adapter-ajv';
import { TOPIC_OF, TOPIC_PLANS, TOPICS } from '@intekenboek/messaging-contracts';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { root } from './leaving.fixtures';

interface Message {
  readonly payload: object;
  readonly examples?: readonly { readonly payload: object }[];
}
interface AsyncApi {
  readonly channels: Readonly<
    Record<string, { address: string; messages: Readonly<Record<string, object>> }>
  >;
  readonly operations: Readonly<Record<string, { action: 'send' | 'receive' }>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>> };
}

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const document = JSON.parse(textOf('docs/messages/asyncapi.json')) as AsyncApi;

/** Errors of a document by the AsyncAPI schema. */
function problemsIn(described: object): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(specs.schemasWithoutId['3.0.0'] as object);
  return validate(described) ? [] : validate.errors;
}

describe('the documents about messages', () => {
  it('are what the types say: `npm run messages` would change nothing', async () => {
    const tool = [
      '-r',
      './tools/swc-register.cjs',
      '-C',
      '@intekenboek/source',
      'tools/messages.cjs',
      '--check',
    ];
    const { stderr } = await promisify(execFile)(process.execPath, tool, { cwd: root });
    expect(stderr).toBe('');
  });
});

describe('the AsyncAPI document', () => {
  it('is one, by the schema of AsyncAPI 3.0', () => {
    expect(problemsIn(document)).toEqual([]);
    expect(problemsIn({ ...document, operations: { broken: { action: 'publish' } } })).not.toEqual([]);
  });

  it('tells of every topic, and of every message on it', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address);
    expect(addresses.sort()).toEqual(TOPIC_PLANS.map(({ topic }) => topic).sort());
    for (const [type, topic] of Object.entries(TOPIC_OF)) {
      const channel = Object.values(document.channels).find(({ address }) => address === topic);
      expect(Object.keys(channel?.messages ?? {})).toContain(type);
    }
  });

  it('says which topic is for sending to us', () => {
    const received = Object.entries(document.operations).filter(([, { action }]) => action === 'receive');
    expect(received.map(([name]) => document.channels[name]?.address)).toEqual([TOPICS.progressReports]);
  });

  it('shows an example of every message, which the validators read', () => {
    const validators = [publishedValidator(), inboundValidator()];
    for (const [type, { examples = [] }] of Object.entries(document.components.messages)) {
      if (type === 'nl.intekenboek.dead-letter.v1') continue;
      expect([type, examples.length > 0]).toEqual([type, true]);
      for (const { payload } of examples) {
        const problems = validators.map((validator) => validator.read(JSON.stringify(payload)).problems);
        expect(problems).toContainEqual([]);
      }
    }
  });

  it('describes its examples: a reader who validates with it alone comes to the same', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const address = 'https://intekenboek.example/asyncapi.json';
    // Only the part that is referred to: `id` of the document is no word of JSON Schema.
    ajv.addSchema({ components: document.components }, address);
    for (const [type, { examples = [] }] of Object.entries(document.components.messages)) {
      const validate = ajv.compile<object>({ $ref: `${address}#/components/messages/${type}/payload` });
      for (const { payload } of examples) {
        expect([type, validate(payload), validate({ ...payload, data: 'text' })]).toEqual([
          type,
          true,
          false,
        ]);
      }
    }
  });
});
