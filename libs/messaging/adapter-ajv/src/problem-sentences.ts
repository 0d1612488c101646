import type { InboundProblem } from '@intekenboek/messaging-application';

type Sentence = InboundProblem['message'];
type Told = Pick<InboundProblem, 'code' | 'message'>;
type Params = Readonly<Record<string, unknown>>;

/** What one error of a schema means to who sent the message. What was sent is never repeated in it. */
export const told = (keyword: string, params: Params): Told =>
  BY_KEYWORD.get(keyword)?.(params) ??
  say(
    'VALUE_WRONG',
    'Deze waarde past niet bij het schema van dit bericht.',
    'This value does not fit the schema of this message.',
  );

const say = (code: string, nl: string, en: string): Told => ({ code, message: { nl, en } });

const expected = (code: string, { nl, en }: Sentence): Told =>
  say(code, `Hier hoort ${nl}. Verbeter het.`, `This must be ${en}. Correct it.`);

const BY_KEYWORD = new Map<string, (params: Params) => Told>([
  [
    'required',
    () => say('FIELD_MISSING', 'Dit veld ontbreekt. Voeg het toe.', 'This field is missing. Add it.'),
  ],
  [
    'additionalProperties',
    () =>
      say(
        'FIELD_UNKNOWN',
        'Dit veld kennen wij hier niet. Verbeter de naam, of haal het weg.',
        'We do not know this field here. Correct its name, or take it out.',
      ),
  ],
  ['type', ({ type }) => expected('TYPE_WRONG', either([type].flat().map((name) => known(TYPES, name))))],
  ['format', ({ format }) => expected('FORMAT_WRONG', known(FORMATS, format))],
  ['pattern', ({ pattern }) => expected('FORMAT_WRONG', ofPattern(String(pattern)))],
  ['const', ({ allowedValue }) => expected('VALUE_NOT_ALLOWED', quoted([allowedValue]))],
  ['enum', ({ allowedValues }) => expected('VALUE_NOT_ALLOWED', quoted([allowedValues].flat()))],
  [
    'minLength',
    ({ limit }) =>
      expected('TEXT_TOO_SHORT', {
        nl: `tekst van minstens ${Number(limit)} teken(s)`,
        en: `text of at least ${Number(limit)} character(s)`,
      }),
  ],
  [
    'maxLength',
    ({ limit }) =>
      expected('TEXT_TOO_LONG', {
        nl: `tekst van hoogstens ${Number(limit)} tekens`,
        en: `text of at most ${Number(limit)} characters`,
      }),
  ],
]);

const TYPES = new Map<unknown, Sentence>([
  ['string', { nl: 'tekst', en: 'text' }],
  ['number', { nl: 'een getal', en: 'a number' }],
  ['integer', { nl: 'een geheel getal', en: 'a whole number' }],
  ['boolean', { nl: 'true of false', en: 'true or false' }],
  ['object', { nl: 'een object', en: 'an object' }],
  ['array', { nl: 'een lijst', en: 'a list' }],
  ['null', { nl: 'null', en: 'null' }],
]);

const FORMATS = new Map<unknown, Sentence>([
  [
    'date',
    {
      nl: 'een bestaande dag als jjjj-mm-dd, bijvoorbeeld 2026-11-21',
      en: 'an existing day as yyyy-mm-dd, for example 2026-11-21',
    },
  ],
  [
    'date-time',
    {
      nl: 'een tijdstip met tijdzone, bijvoorbeeld 2026-11-21T10:00:00+01:00',
      en: 'a moment with its time zone, for example 2026-11-21T10:00:00+01:00',
    },
  ],
  ['uri', { nl: 'een volledige URI', en: 'an absolute URI' }],
  ['uri-reference', { nl: 'een URI', en: 'a URI' }],
]);

const known = (words: ReadonlyMap<unknown, Sentence>, name: unknown): Sentence =>
  words.get(name) ?? { nl: String(name), en: String(name) };

const ofPattern = (pattern: string): Sentence =>
  pattern.startsWith('^[0-9a-f]{8}-')
    ? { nl: 'een UUID in kleine letters', en: 'a UUID in small letters' }
    : { nl: `tekst van de vorm ${pattern}`, en: `text of the form ${pattern}` };

const quoted = (values: readonly unknown[]): Sentence =>
  either(values.map((value) => ({ nl: JSON.stringify(value), en: JSON.stringify(value) })));

const either = (sentences: readonly Sentence[]): Sentence => ({
  nl: sentences.map(({ nl }) => nl).join(' of '),
  en: sentences.map(({ en }) => en).join(' or '),
});
