import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { progressCommandOf } from '@intekenboek/agreements-application';
import { commandMeta } from '@intekenboek/event-sourcing-testing';
import { inboundValidator, publishedValidator } from '@intekenboek/messaging-adapter-ajv';
import { TOPIC_PLANS } from '@intekenboek/messaging-contracts';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { root } from './leaving.fixtures';

const text = readFileSync(join(root, 'docs/messages/README.md'), 'utf8');
const blocks = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, block = '']) => block);
const [published = '', report = '', deadLetter = ''] = blocks;

describe('the page about messages', () => {
  it('shows a message as it is published', () => {
    expect([blocks.length, publishedValidator().read(published).problems]).toEqual([3, []]);
  });

  it('shows a report that is taken as it stands', () => {
    const { message, problems } = inboundValidator().read(report);
    expect(problems).toEqual([]);
    expect(message && progressCommandOf(message, commandMeta())).toMatchObject({
      type: 'ReportProgress',
      data: { amount: 12, realisedOn: '2026-10-15' },
    });
  });

  it('shows a refused message as it is put aside', () => {
    const ajv = new Ajv();
    addFormats(ajv);
    const schema = readFileSync(
      join(root, 'docs/messages/schemas/nl.intekenboek.dead-letter.v1.json'),
      'utf8',
    );
    const validate = ajv.compile(JSON.parse(schema) as object);
    expect([validate(JSON.parse(deadLetter)), validate.errors]).toEqual([true, null]);
  });

  it.each(TOPIC_PLANS)('tells how $topic is made', ({ topic, partitions, retention }) => {
    const [row = ''] = text.split('\n').filter((line) => line.startsWith(`| \`${topic}\``));
    const kept = retention === 'FOREVER' ? 'forever' : `${retention.days} days`;
    const cells = row.split('|').map((cell) => cell.trim());
    expect(cells.slice(-3, -1)).toEqual([String(partitions), kept]);
  });
});
