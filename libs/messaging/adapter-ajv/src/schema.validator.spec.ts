import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { assert, constantFrom, jsonValue, oneof, property, string } from 'fast-check';

import { DEPTH_MAX, TEXT_BYTES_MAX } from './bounded-json';
import { inboundValidator, PROBLEMS_MAX, publishedValidator, schemaValidator } from './schema.validator';

const contracts = join(__dirname, '../../contracts/src');
const linesOf = (file: string) => readFileSync(join(contracts, file), 'utf8').trim().split('\n');
const REPORTS = linesOf('inbound/progress-messages.fixture.jsonl');
const [REPORT = ''] = REPORTS;

const validator = inboundValidator();

/** The problems of the first report with these changes, as [code, field]. */
function problemsWith(changes: object, dataChanges: object = {}): unknown {
  const report = JSON.parse(REPORT) as { data: object };
  const text = JSON.stringify({ ...report, data: { ...report.data, ...dataChanges }, ...changes });
  return validator.read(text).problems.map(({ code, field }) => [code, field]);
}

describe('a message that comes in', () => {
  it.each(REPORTS)('is read when it is in the form of its type: example %#', (text) => {
    expect(validator.read(text)).toEqual({ message: JSON.parse(text), problems: [] });
  });

  it.each([
    [{ agreementId: undefined }, 'FIELD_MISSING', '/data/agreementId'],
    [{ commitmentId: '0C77E2A9-F37B-59EA-B1FE-5FB90B3D1E42' }, 'FORMAT_WRONG', '/data/commitmentId'],
    [{ reportId: null }, 'TYPE_WRONG', '/data/reportId'],
    [{ amount: '12' }, 'TYPE_WRONG', '/data/amount'],
    [{ realisedOn: '2026-02-30' }, 'FORMAT_WRONG', '/data/realisedOn'],
    [{ realisedOn: '15-10-2026' }, 'FORMAT_WRONG', '/data/realisedOn'],
    [{ effectiveAt: '2026-10-16T09:30:00' }, 'FORMAT_WRONG', '/data/effectiveAt'],
    [{ evidnce: 'typing error' }, 'FIELD_UNKNOWN', '/data/evidnce'],
    [{ 'a/b~c': 1 }, 'FIELD_UNKNOWN', '/data/a~1b~0c'],
  ])('is refused with %j: %s at %s', (data, code, field) => {
    expect(problemsWith({}, data)).toEqual([[code, field]]);
  });

  it.each([
    [{ specversion: '0.3' }, 'VALUE_NOT_ALLOWED', '/specversion'],
    [{ id: '' }, 'TEXT_TOO_SHORT', '/id'],
    [{ source: undefined }, 'FIELD_MISSING', '/source'],
    [{ source: 'not a uri' }, 'FORMAT_WRONG', '/source'],
    [{ type: 'nl.intekenboek.parties.party-merged.v1' }, 'VALUE_NOT_ALLOWED', '/type'],
    [{ datacontenttype: 'text/xml' }, 'VALUE_NOT_ALLOWED', '/datacontenttype'],
    [{ data: undefined }, 'FIELD_MISSING', '/data'],
    [{ data: 'text' }, 'TYPE_WRONG', '/data'],
  ])('is refused in an envelope with %j: %s at %s', (changes, code, field) => {
    expect(problemsWith(changes)).toEqual(expect.arrayContaining([[code, field]]));
  });

  it('may carry attributes of extensions, such as a trace', () => {
    expect(problemsWith({ traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' })).toEqual(
      [],
    );
  });

  it('is told everything that is wrong with it at once, in Dutch and in English', () => {
    expect(
      problemsWith({ id: '', time: 'yesterday' }, { amount: null, realisedOn: '', evidence: 7 }),
    ).toEqual([
      ['TEXT_TOO_SHORT', '/id'],
      ['FORMAT_WRONG', '/time'],
      ['TYPE_WRONG', '/data/amount'],
      ['FORMAT_WRONG', '/data/realisedOn'],
      ['TYPE_WRONG', '/data/evidence'],
    ]);
    const { problems } = validator.read(REPORT.replace('"amount":12', '"amount":"12"'));
    expect(problems).toEqual([
      {
        code: 'TYPE_WRONG',
        field: '/data/amount',
        message: {
          nl: 'Hier hoort een getal. Verbeter het.',
          en: 'This must be a number. Correct it.',
        },
      },
    ]);
  });

  it('is told so many problems and that there are more', () => {
    const unknown = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, index]));
    const { problems } = validator.read(JSON.stringify({ ...JSON.parse(REPORT), data: unknown }));
    expect(problems).toHaveLength(PROBLEMS_MAX + 1);
    expect(problems.at(-1)?.code).toBe('MORE_PROBLEMS');
  });

  it('has texts of bounded length', () => {
    expect(problemsWith({ id: 'x'.repeat(201) }, { evidence: 'x'.repeat(10_001) })).toEqual([
      ['TEXT_TOO_LONG', '/id'],
      ['TEXT_TOO_LONG', '/data/evidence'],
    ]);
  });

  it('is never repeated in what it is told', () => {
    const secret = 'secret-words-of-the-sender';
    const report = JSON.parse(REPORT) as object;
    const data = { agreementId: secret, amount: secret, realisedOn: secret, [secret.repeat(5)]: secret };
    const { problems } = validator.read(
      JSON.stringify({ ...report, source: `${secret} `, time: secret, data }),
    );
    expect(problems.length).toBeGreaterThan(5);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });
});

describe('a text that is no message', () => {
  it.each(['', '{', 'null', '[]', '7', '"text"', '{}', '{"data":{}}', '{"type":"x","data":{}}'])(
    'is refused: %s',
    (text) => {
      const { message, problems } = validator.read(text);
      expect([message, problems.length > 0]).toEqual([null, true]);
    },
  );

  it('is refused unread when it is too large', () => {
    const large = JSON.stringify({ text: 'é'.repeat(TEXT_BYTES_MAX / 2) });
    expect(validator.read(large).problems.map(({ code }) => code)).toEqual(['MESSAGE_TOO_LARGE']);
  });

  it('is refused unread when it is too deep, however it closes', () => {
    for (const text of ['['.repeat(30_000), '{"a":'.repeat(DEPTH_MAX + 1), '[{"x":'.repeat(5_000)]) {
      expect(validator.read(text).problems.map(({ code }) => code)).toEqual(['MESSAGE_TOO_DEEP']);
    }
    const brackets = validator.read(JSON.stringify({ text: '[\\"{'.repeat(100) }));
    expect(brackets.problems.map(({ code }) => code)).not.toContain('MESSAGE_TOO_DEEP');
  });

  it('gives problems or a message, and never fails', () => {
    const pieces = constantFrom(REPORT, '"', '\\', '{', '[', ',"data":{}', '\u0000', '\ud800');
    const texts = oneof(
      string(),
      jsonValue().map((value) => JSON.stringify(value)),
      jsonValue().map((data) => JSON.stringify({ ...JSON.parse(REPORT), data })),
      string({ unit: pieces }),
    );
    assert(
      property(texts, (text) => {
        const { message, problems } = validator.read(text);
        expect(message === null).toBe(problems.length > 0);
        for (const { code, message: said } of problems) {
          expect(code).toMatch(/^[A-Z_]+$/);
          expect([said.nl, said.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
        }
      }),
    );
  });
});

describe('a message that was published', () => {
  it.each(linesOf('published/published-events.fixture.jsonl').map((line) => [JSON.parse(line).type, line]))(
    'is read by its schema: %s',
    (_, line) => {
      expect(publishedValidator().read(line)).toEqual({ message: JSON.parse(line), problems: [] });
    },
  );

  it('is read by a reader of today when it has got more fields since', () => {
    const [line = ''] = linesOf('published/published-events.fixture.jsonl');
    const later = JSON.parse(line) as { data: object };
    const text = JSON.stringify({ ...later, later: 1, data: { ...later.data, later: { more: true } } });
    expect(publishedValidator().read(text).problems).toEqual([]);
  });
});

describe('a type that its envelope allows and nobody describes', () => {
  it('is refused', () => {
    const lax = schemaValidator({ envelope: { type: 'object' }, data: {} });
    expect(lax.read('{"type":"x","data":{}}').problems.map(({ code }) => code)).toEqual(['TYPE_UNKNOWN']);
  });
});
