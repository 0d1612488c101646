// What is sent and received, as an AsyncAPI 3.0 document. Everything in it comes from libs/messaging.

const INTRODUCTION = [
  'Intekenboek records what municipalities, housing corporations and others promise one another (prestatieafspraken),',
  'what came of it and what is done when it lags. Its topics tell that something happened; who may know more asks the',
  'GraphQL API with a token of its own (informatiearm notificeren). Every message is a CloudEvent 1.0 as the NL GOV',
  'profile for CloudEvents 1.1 wants it, in structured JSON of at most 64 KB. A message may come twice, always with the',
  'same id. Fields may be added to a type; ignore what you do not know.',
].join(' ');

const CHANNELS = {
  parties: 'The register of parties, in full (partijenregister).',
  targets: 'Targets, their parts and what an authority recorded, in full (opgaven en taakstellingen).',
  agreements: 'Agreements in force and progress on them, by their ids (afspraken en voortgang).',
  escalations: 'That cases changed; which ones is for those who may know (escalaties).',
  progressReports: 'Where systems of corporations and others report progress (voortgang melden).',
  deadLetters: 'Messages that were refused, with the reasons and what to do (geweigerde berichten).',
};

const KEYS = {
  parties: 'The party (partij).',
  targets: 'The target (opgave).',
  agreements: 'The agreement (prestatieafspraken).',
  escalations: 'The type of the message: which case it is about is not told.',
  progressReports: 'The agreement, so that a correction never overtakes its report (prestatieafspraken).',
  deadLetters: 'The key of the refused message.',
};

const contentType = {
  type: 'string',
  const: 'application/cloudevents+json; charset=UTF-8',
  description: 'Structured mode: the whole CloudEvent is in the value (inhoudstype).',
};

const headers = { type: 'object', properties: { 'content-type': contentType }, required: ['content-type'] };

const withToken = {
  type: 'object',
  properties: {
    authorization: {
      type: 'string',
      pattern: '^[Bb]earer .+$',
      description:
        'A JSON Web Token that proves who acts and for which party, as for the API. It must be valid when the broker writes the message, and should be short-lived (toegangsbewijs).',
    },
    'content-type': contentType,
  },
  required: ['authorization'],
};

const schema = (name) => ({ $ref: `#/components/schemas/${name}` });
const firstSentence = (text) => text.split(/(?<=[.)])\s/)[0];

const payloadOf = (envelope, type) => ({
  allOf: [schema(envelope), { properties: { type: { const: type }, data: schema(type) } }],
});

function channel(name, { topic, partitions, retention, messageBytesMax }, types) {
  const days = retention === 'FOREVER' ? undefined : retention.days;
  return {
    address: topic,
    description: CHANNELS[name],
    messages: Object.fromEntries(types.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
    bindings: {
      kafka: {
        topic,
        partitions,
        topicConfiguration: {
          'cleanup.policy': ['delete'],
          'retention.ms': days === undefined ? -1 : days * 86_400_000,
          'max.message.bytes': messageBytesMax,
        },
        bindingVersion: '0.5.0',
      },
    },
  };
}

const operation = (name, action, types) => ({
  action,
  channel: { $ref: `#/channels/${name}` },
  summary: CHANNELS[name],
  messages: types.map((type) => ({ $ref: `#/channels/${name}/messages/${type}` })),
});

function message({ type, description, payload, examples, key, isInbound }) {
  return {
    name: type,
    title: type,
    summary: firstSentence(description),
    description,
    contentType: 'application/cloudevents+json',
    headers: isInbound ? withToken : headers,
    payload,
    bindings: { kafka: { key: { type: 'string', description: key }, bindingVersion: '0.5.0' } },
    ...(examples.length > 0 && { examples: examples.map((example) => ({ payload: example })) }),
  };
}

const server = {
  host: '{brokers}',
  protocol: 'kafka-secure',
  description: 'The brokers of the organisation that runs the register.',
  variables: { brokers: { description: 'Host and port of a broker.', examples: ['kafka.example:9093'] } },
  security: [{ $ref: '#/components/securitySchemes/scram' }],
};

const securitySchemes = {
  scram: {
    type: 'scramSha512',
    description:
      'An account of the broker, for a system. On whose behalf it reports is proved by the token in each message.',
  },
};

const info = (version) => ({
  title: 'Intekenboek: berichten',
  version,
  description: INTRODUCTION,
  contact: { name: 'Beheerder van dit Intekenboek (the organisation that runs the register)' },
  license: { name: 'EUPL-1.2', url: 'https://spdx.org/licenses/EUPL-1.2.html' },
});

/** The types of messages on each topic. */
const typesOn = (name, { schemas, topics, topicOf }) => {
  if (name === 'progressReports') return Object.keys(schemas.inbound.data);
  if (name === 'deadLetters') return [schemas.deadLetter.properties.type.const];
  return Object.keys(schemas.published.data).filter((type) => topicOf[type] === topics[name]);
};

/**
 * `schemas`: of `messageSchemas`. `topics`, `topicOf`, `plans`: of the contracts. `examples`: messages, whole.
 */
exports.asyncapi = ({ schemas, topics, topicOf, plans, examples, version }) => {
  const names = Object.keys(topics);
  const types = Object.fromEntries(names.map((name) => [name, typesOn(name, { schemas, topics, topicOf })]));
  const nameOf = (type) => names.find((name) => types[name].includes(type));
  const { published, inbound, deadLetter } = schemas;

  const describe = (type, description, payload) =>
    message({
      type,
      description,
      payload,
      examples: examples.filter((example) => example.type === type),
      key: KEYS[nameOf(type)],
      isInbound: type in inbound.data,
    });
  const ofData = (data, envelope) =>
    Object.entries(data).map(([type, { description }]) => [
      type,
      describe(type, description, payloadOf(envelope, type)),
    ]);
  const deadLetterType = deadLetter.properties.type.const;

  return {
    asyncapi: '3.0.0',
    id: 'urn:intekenboek:messages',
    info: info(version),
    defaultContentType: 'application/cloudevents+json',
    servers: { kafka: server },
    channels: Object.fromEntries(
      names.map((name) => [
        name,
        channel(
          name,
          plans.find(({ topic }) => topic === topics[name]),
          types[name],
        ),
      ]),
    ),
    operations: Object.fromEntries(
      names.map((name) => [
        name,
        operation(name, name === 'progressReports' ? 'receive' : 'send', types[name]),
      ]),
    ),
    components: {
      messages: Object.fromEntries([
        ...ofData(published.data, 'CloudEventV1'),
        ...ofData(inbound.data, 'InboundEnvelopeV1'),
        [deadLetterType, describe(deadLetterType, deadLetter.description, schema('DeadLetter'))],
      ]),
      schemas: {
        CloudEventV1: published.envelope,
        InboundEnvelopeV1: inbound.envelope,
        DeadLetter: deadLetter,
        ...published.data,
        ...inbound.data,
      },
      securitySchemes,
    },
  };
};
