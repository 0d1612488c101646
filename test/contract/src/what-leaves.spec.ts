import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { publishedValidator } from '@intekenboek/messaging-adapter-ajv';
import { TOPIC_OF } from '@intekenboek/messaging-contracts';

import { leaving, root, storedEvents, toldTooMuch } from './leaving.fixtures';

const PUBLIC = ['parties/domain/src/party', 'targets/domain/src/target'];
const PRIVATE = ['agreements/domain/src/agreement', 'escalations/domain/src/escalation'];
const everyForm = [...PUBLIC, ...PRIVATE].flatMap((name) => storedEvents(`libs/${name}.events.fixture.json`));
const privately = PRIVATE.flatMap((name) => storedEvents(`libs/${name}.events.fixture.json`));

const validator = publishedValidator();

describe('what leaves the house of stored events of every form', () => {
  it.each(everyForm.map((stored) => [stored.type, stored] as const))(
    'is as its schema says: %s',
    (_, stored) => {
      for (const { event } of leaving(stored)) {
        expect(validator.read(JSON.stringify(event))).toEqual({ message: event, problems: [] });
      }
    },
  );

  it.each(privately.map((stored) => [stored.type, stored] as const))(
    'tells no text, name, amount, day or party: %s',
    (_, stored) => {
      expect(toldTooMuch(stored)).toEqual([]);
    },
  );

  it('is of every type that there is', () => {
    const types = everyForm.flatMap(leaving).map(({ event }) => event.type);
    expect([...new Set(types)].sort()).toEqual(Object.keys(TOPIC_OF).sort());
  });
});

describe('a message that was ever published', () => {
  const published = readFileSync(
    join(root, 'libs/messaging/contracts/src/published/published-events.fixture.jsonl'),
    'utf8',
  );
  const lines = published.trim().split('\n');
  const typesOf = (texts: readonly string[]) =>
    texts.map((line) => (JSON.parse(line) as { type: string }).type);

  it.each(lines.map((line, index) => [index + 1, line] as const))(
    'can still be read by the schema of its type: line %i',
    (_, line) => {
      expect(validator.read(line).problems).toEqual([]);
    },
  );

  // A type without a line could be changed, or dropped, and nobody would see it.
  it('has a line for each type, and each type still has a topic', () => {
    expect([...new Set(typesOf(lines))].sort()).toEqual(Object.keys(TOPIC_OF).sort());
  });
});
