import type { InboundProblem, MessageValidator } from '@intekenboek/messaging-application';
import type { CloudEventV1, ProgressMessage } from '@intekenboek/messaging-contracts';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { parsed } from './bounded-json';
import { MESSAGE_SCHEMAS } from './message-schemas.data';
import { told } from './problem-sentences';

/** How many problems of one message are told. */
export const PROBLEMS_MAX = 20;
const NAME_LENGTH_MAX = 100;

/** The schemas of the messages of one direction. */
interface Schemas {
  readonly envelope: object;
  /** Of the data, by type. */
  readonly data: Readonly<Record<string, object>>;
}

/** Messages that come in. */
export const inboundValidator = (): MessageValidator<ProgressMessage> =>
  schemaValidator(MESSAGE_SCHEMAS.inbound);

/** Messages that leave the house, as a reader of them would validate. */
export const publishedValidator = (): MessageValidator<CloudEventV1> =>
  schemaValidator(MESSAGE_SCHEMAS.published);

/** Validates against JSON Schemas, which are compiled once. All that is wrong is told at once, bounded. */
export function schemaValidator<Message>(schemas: Schemas): MessageValidator<Message> {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  const envelope = ajv.compile(schemas.envelope);
  const byType = new Map(Object.entries(schemas.data).map(([type, schema]) => [type, ajv.compile(schema)]));

  function problemsIn(value: unknown): readonly InboundProblem[] {
    const ofEnvelope = errorsOf(envelope, value, '');
    const data = dataOf(value);
    if (data === undefined) return ofEnvelope;
    const validate = byType.get(data.type);
    // A type that the envelope allows and that nobody knows would pass without a look at its data.
    if (validate === undefined) return ofEnvelope.length > 0 ? ofEnvelope : [unknownType];
    return [...ofEnvelope, ...errorsOf(validate, data.data, '/data')];
  }

  return {
    read(text) {
      const json = parsed(text);
      if ('problem' in json) return { message: null, problems: [json.problem] };
      const problems = problemsIn(json.value);
      return problems.length === 0
        ? { message: json.value as Message, problems: [] }
        : { message: null, problems: bounded(problems) };
    },
  };
}

/** The data with the type by which it is judged; undefined when there is no data, or nothing to judge it by. */
function dataOf(value: unknown): { readonly type: string; readonly data: object } | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('data' in value))
    return undefined;
  const { type, data } = value;
  if (typeof type !== 'string' || typeof data !== 'object' || data === null) return undefined;
  return { type, data };
}

function errorsOf(validate: ValidateFunction, value: unknown, at: string): readonly InboundProblem[] {
  if (validate(value)) return [];
  // That none of several forms fits is told by what is wrong with each.
  const telling = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf');
  return telling.map((error) => ({
    ...told(error.keyword, error.params),
    field: `${at}${error.instancePath}${nameIn(error)}`,
  }));
}

/** Of a field that is missing or unknown its object is named: its own name is added, unless it is absurdly long. */
function nameIn({ params }: ErrorObject<string, Readonly<Record<string, unknown>>>): string {
  const name = params['missingProperty'] ?? params['additionalProperty'];
  if (typeof name !== 'string' || name.length > NAME_LENGTH_MAX) return '';
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function bounded(problems: readonly InboundProblem[]): readonly InboundProblem[] {
  if (problems.length <= PROBLEMS_MAX) return problems;
  const more = problems.length - PROBLEMS_MAX;
  return [
    ...problems.slice(0, PROBLEMS_MAX),
    {
      code: 'MORE_PROBLEMS',
      field: '',
      message: {
        nl: `Er is nog meer niet goed (${more}). Verbeter eerst het bovenstaande.`,
        en: `There is more that is not right (${more}). Correct the above first.`,
      },
    },
  ];
}

const unknownType: InboundProblem = {
  code: 'TYPE_UNKNOWN',
  field: '/type',
  message: {
    nl: 'Dit soort bericht kennen wij niet. Kijk in het AsyncAPI-document welke er zijn.',
    en: 'We do not know this type of message. The AsyncAPI document says which there are.',
  },
};
