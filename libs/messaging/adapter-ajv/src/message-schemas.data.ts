// Made by `npm run messages` of the types in libs/messaging/contracts; a test holds it to them.
export const MESSAGE_SCHEMAS = {
  published: {
    envelope: {
      type: 'object',
      properties: {
        specversion: {
          type: 'string',
          const: '1.0',
          description: 'The version of CloudEvents (versie van CloudEvents).',
        },
        id: {
          type: 'string',
          description:
            'The same event always has the same id, also when it is sent again: leave out what you have (kenmerk).',
          pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
        },
        source: {
          type: 'string',
          description:
            'Who runs the register and which system sends, `urn:nld:oin:<OIN>:systeem:intekenboek` (bron).',
          pattern: '^urn:nld:oin:\\d{20}:systeem:intekenboek$',
        },
        type: {
          type: 'string',
          description: 'What happened, with the version of its data at the end (soort).',
          pattern: '^nl\\.intekenboek\\.[a-z-]+\\.[a-z-]+\\.v\\d+$',
        },
        time: {
          type: 'string',
          description:
            'When the register recorded it. When it happened in the world is `effectiveAt` in the data, where that is public (logtijd).',
          format: 'date-time',
        },
        sequence: {
          type: 'string',
          description:
            'When it was recorded, and its place in the log: a later event has a greater text. Not without gaps (volgorde).',
          minLength: 1,
        },
        subject: {
          type: 'string',
          description:
            'The party, target or agreement, by which messages are kept in order; absent where not even that is told (onderwerp).',
          pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
        },
        datacontenttype: {
          type: 'string',
          const: 'application/json',
          description: 'The form of the data (inhoudstype).',
        },
        dataschema: {
          type: 'string',
          description:
            'The name, or where it is configured the address, of the JSON Schema of the data (schema van de inhoud).',
          format: 'uri',
        },
        dataref: {
          type: 'string',
          description:
            'Address of the GraphQL API, which tells each reader what that reader may know (API voor meer).',
          format: 'uri',
        },
        data: {
          type: 'object',
          description:
            'What happened, in the form of the type. Absent when it would make the message larger than 64 KB: ask the API (inhoud).',
        },
      },
      required: ['specversion', 'id', 'source', 'type', 'time', 'sequence'],
      description:
        'The envelope of every message, a CloudEvent 1.0 as the NL GOV profile for CloudEvents 1.1 wants it, in structured JSON (omslag). Nothing in it but `subject` and `data` says what a message is about.',
    },
    data: {
      'nl.intekenboek.parties.party-registered.v1': {
        type: 'object',
        properties: {
          partyId: {
            type: 'string',
            description: 'The party (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          kind: {
            type: 'string',
            enum: [
              'MUNICIPALITY',
              'CORPORATION',
              'TENANTS_ORGANISATION',
              'CARE_PROVIDER',
              'CARE_OFFICE',
              'PROVINCE',
              'NATIONAL_PROGRAMME',
              'MINISTRY',
              'PRIVATE_LANDLORD',
              'DEVELOPER',
              'EMPLOYER',
              'EDUCATIONAL_INSTITUTION',
              'NATIONAL_AGENCY',
              'UMBRELLA',
            ],
            description: 'What kind of body it is; kinds may be added (soort).',
          },
          name: {
            type: 'string',
            description: 'Its name; a party is never a natural person (naam).',
          },
          territory: {
            anyOf: [
              {
                type: 'string',
                description: 'A municipality (GM….), a province (PV..) or the country (NL) (gebiedscode).',
                pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
              },
              {
                type: 'null',
              },
            ],
            description:
              'GM…. for a municipality, PV.. for a province, NL for a national body, otherwise null (grondgebied).',
          },
          workingArea: {
            type: 'array',
            items: {
              type: 'string',
              description: 'A municipality (GM….), a province (PV..) or the country (NL) (gebiedscode).',
              pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
            },
            description:
              'Municipalities in which it works; empty when it is not bound to places (werkgebied).',
          },
          validFrom: {
            type: 'string',
            description: 'First day of its existence (bestaat vanaf).',
            format: 'date',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['partyId', 'kind', 'name', 'territory', 'workingArea', 'validFrom', 'effectiveAt'],
        description:
          'A party was entered in the register, or what is known of it changed: always the whole picture (partij ingeschreven). The later message of a party takes the place of the earlier one.',
      },
      'nl.intekenboek.parties.party-merged.v1': {
        type: 'object',
        properties: {
          partyId: {
            type: 'string',
            description: 'The party that ended (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          successorIds: {
            type: 'array',
            items: {
              type: 'string',
              description: 'A UUID in small letters (kenmerk).',
              pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
            },
            description: 'The parties in which it goes on (rechtsopvolgers).',
          },
          mergedOn: {
            type: 'string',
            description: 'The day on which it ended (fusiedatum).',
            format: 'date',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['partyId', 'successorIds', 'mergedOn', 'effectiveAt'],
        description:
          'A party ended in others; its history stays readable under the old name (fusie of herindeling).',
      },
      'nl.intekenboek.targets.target-set.v1': {
        type: 'object',
        properties: {
          targetId: {
            type: 'string',
            description: 'The target (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          name: {
            type: 'string',
            description: 'Its name (naam).',
          },
          resultKind: {
            type: 'string',
            description: 'Code of list RESULT_KINDS, for example PERSONS_HOUSED (soort resultaat).',
          },
          unit: {
            type: 'string',
            description: 'Code of list UNITS: a taakstelling counts persons, not dwellings (eenheid).',
          },
          territory: {
            type: 'string',
            description: 'Who must reach it as a whole (gebied).',
            pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
          },
          from: {
            type: 'string',
            description: 'First day of its period (van).',
            format: 'date',
          },
          until: {
            type: 'string',
            description: 'Last day of its period (tot en met).',
            format: 'date',
          },
          quantity: {
            type: 'number',
            description: 'The whole (aantal).',
          },
          milestones: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                on: {
                  type: 'string',
                  description: 'The day (dag).',
                  format: 'date',
                },
                cumulative: {
                  type: 'number',
                  description:
                    'Counted from the start of the period, in the unit of the target (cumulatief).',
                },
              },
              required: ['on', 'cumulative'],
              description: 'On this day so much must have been reached (mijlpaal).',
            },
            description: 'Its path; none is a straight line from nothing to the whole (mijlpalen).',
          },
          realisedBy: {
            type: 'string',
            enum: ['RECORDED', 'COMMITMENTS'],
            description: 'Recorded by an authority, or summed from commitments (herkomst van de realisatie).',
          },
          route: {
            type: 'string',
            enum: ['STATUTORY', 'AGREED'],
            description: 'STATUTORY for a taakstelling, otherwise AGREED (wettelijk of afgesproken).',
          },
          halfYear: {
            type: ['string', 'null'],
            description: 'For a taakstelling, such as 2022-H2 (halfjaar).',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: [
          'targetId',
          'name',
          'resultKind',
          'unit',
          'territory',
          'from',
          'until',
          'quantity',
          'milestones',
          'realisedBy',
          'route',
          'halfYear',
          'effectiveAt',
        ],
        description: 'A number that a territory must reach in a period was set (opgave, taakstelling).',
      },
      'nl.intekenboek.targets.target-apportioned.v1': {
        type: 'object',
        properties: {
          targetId: {
            type: 'string',
            description: 'The target (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          strategy: {
            type: 'string',
            description:
              'STATUTORY_CEIL, LARGEST_REMAINDER or EXPLICIT; ways may be added (wijze van toedeling).',
          },
          parts: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                territory: {
                  type: 'string',
                  description: 'Whose part it is (gebied).',
                  pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
                },
                quantity: {
                  type: 'number',
                  description: 'In the unit of the target (aantal).',
                },
              },
              required: ['territory', 'quantity'],
              description: 'The part of one territory (deel van een gebied).',
            },
            description: 'Every part (toegedeelde aantallen).',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['targetId', 'strategy', 'parts', 'effectiveAt'],
        description:
          'A target was split over territories (toedeling). For a taakstelling the sum exceeds the whole, and is never corrected.',
      },
      'nl.intekenboek.targets.target-revised.v1': {
        type: 'object',
        properties: {
          targetId: {
            type: 'string',
            description: 'The target (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          quantity: {
            type: 'number',
            description: 'The whole from now on (aantal).',
          },
          parts: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                territory: {
                  type: 'string',
                  description: 'Whose part it is (gebied).',
                  pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
                },
                quantity: {
                  type: 'number',
                  description: 'In the unit of the target (aantal).',
                },
              },
              required: ['territory', 'quantity'],
              description: 'The part of one territory (deel van een gebied).',
            },
            description: 'Every part anew; empty when the target was never split (toegedeelde aantallen).',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['targetId', 'quantity', 'parts', 'effectiveAt'],
        description:
          'The whole was changed after publication, and split anew where it was split (herziening).',
      },
      'nl.intekenboek.targets.backlog-recorded.v1': {
        type: 'object',
        properties: {
          targetId: {
            type: 'string',
            description: 'The target (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          on: {
            type: 'string',
            description: 'The day on which it was counted (peildatum).',
            format: 'date',
          },
          parts: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                territory: {
                  type: 'string',
                  description: 'Whose part it is (gebied).',
                  pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
                },
                quantity: {
                  type: 'number',
                  description: 'In the unit of the target (aantal).',
                },
              },
              required: ['territory', 'quantity'],
              description: 'The part of one territory (deel van een gebied).',
            },
            description: 'Per territory; below nought is an advance (achterstand, voorsprong).',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['targetId', 'on', 'parts', 'effectiveAt'],
        description:
          'What was left undone before the period, beside the parts and never in them (achterstand).',
      },
      'nl.intekenboek.targets.realisation-recorded.v1': {
        type: 'object',
        properties: {
          targetId: {
            type: 'string',
            description: 'The target (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          upTo: {
            type: 'string',
            description: 'Up to and including this day (tot en met).',
            format: 'date',
          },
          parts: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                territory: {
                  type: 'string',
                  description: 'Whose part it is (gebied).',
                  pattern: '^(GM\\d{4}|PV\\d{2}|NL)$',
                },
                quantity: {
                  type: 'number',
                  description: 'In the unit of the target (aantal).',
                },
              },
              required: ['territory', 'quantity'],
              description: 'The part of one territory (deel van een gebied).',
            },
            description: 'Per territory, counted from the start of the period (gerealiseerd).',
          },
          effectiveAt: {
            type: 'string',
            description: 'When it happened in the world (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['targetId', 'upTo', 'parts', 'effectiveAt'],
        description:
          'What an authority recorded as reached; a later record of the same day takes its place (realisatie).',
      },
      'nl.intekenboek.agreements.agreement-in-force.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
        },
        required: ['agreementId'],
        description: 'The last signature has come: from now on its commitments bind (van kracht).',
      },
      'nl.intekenboek.agreements.progress-reported.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          commitmentId: {
            type: 'string',
            description: 'The commitment in it (afspraak).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reportId: {
            type: 'string',
            description: 'The report (melding).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
        },
        required: ['agreementId', 'commitmentId', 'reportId'],
        description: 'The debtor reported what was realised (voortgang gemeld).',
      },
      'nl.intekenboek.agreements.progress-confirmed.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          commitmentId: {
            type: 'string',
            description: 'The commitment in it (afspraak).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reportId: {
            type: 'string',
            description: 'The report (melding).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
        },
        required: ['agreementId', 'commitmentId', 'reportId'],
        description: 'Somebody to whom it is owed says that a report is right (voortgang bevestigd).',
      },
      'nl.intekenboek.agreements.progress-disputed.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          commitmentId: {
            type: 'string',
            description: 'The commitment in it (afspraak).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reportId: {
            type: 'string',
            description: 'The report (melding).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
        },
        required: ['agreementId', 'commitmentId', 'reportId'],
        description: 'Somebody to whom it is owed says that a report is not right (voortgang betwist).',
      },
      'nl.intekenboek.agreements.progress-corrected.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          commitmentId: {
            type: 'string',
            description: 'The commitment in it (afspraak).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reportId: {
            type: 'string',
            description: 'The new report (melding).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          correctsReportId: {
            type: 'string',
            description: 'The report in whose place it comes (gecorrigeerde melding).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
        },
        required: ['agreementId', 'commitmentId', 'reportId', 'correctsReportId'],
        description:
          'The debtor put a new report in the place of an earlier one; both stay (voortgang gecorrigeerd).',
      },
      'nl.intekenboek.escalations.cases-changed.v1': {
        type: 'object',
        description:
          'Somewhere a case was raised, moved up a rung or closed: ask the API which of yours (escalaties gewijzigd). It says no more, not even an id: outside its circle a case does not exist, and an id is made from what the case is about, so that anyone could find out whose it is.',
      },
    },
  },
  inbound: {
    envelope: {
      type: 'object',
      properties: {
        specversion: {
          type: 'string',
          const: '1.0',
          description: 'The version of CloudEvents (versie van CloudEvents).',
        },
        id: {
          type: 'string',
          description:
            'Your id of the message. Sent again it has one effect; with other content it is refused. Best a random UUID (kenmerk).',
          minLength: 1,
          maxLength: 200,
        },
        source: {
          type: 'string',
          description: 'Your system, for example `urn:nld:kvknr:12345678:systeem:voortgang` (bron).',
          format: 'uri-reference',
          minLength: 1,
          maxLength: 200,
        },
        type: {
          type: 'string',
          enum: [
            'nl.intekenboek.progress-reports.report-submitted.v1',
            'nl.intekenboek.progress-reports.correction-submitted.v1',
          ],
          description: 'What is reported (soort).',
        },
        time: {
          type: 'string',
          description: 'When your system made the message; it decides nothing (logtijd).',
          format: 'date-time',
        },
        datacontenttype: {
          type: 'string',
          const: 'application/json',
          description: 'The form of the data (inhoudstype).',
        },
        data: {
          type: 'object',
          description: 'The report or correction (inhoud).',
        },
      },
      required: ['specversion', 'id', 'source', 'type', 'data'],
      description:
        'The envelope of a message that comes in: a CloudEvent 1.0 in structured JSON; other attributes may be there (omslag).',
    },
    data: {
      'nl.intekenboek.progress-reports.report-submitted.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          commitmentId: {
            type: 'string',
            description: 'The commitment in it, owed by your party (afspraak).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reportId: {
            type: 'string',
            description:
              'A UUID that you choose for the report; without it one is made from source and id of the message (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          amount: {
            type: 'number',
            description:
              'In the unit: what came on top since the report before, for a share its level, 1 for done (aantal).',
          },
          realisedOn: {
            type: 'string',
            description: 'When it was realised (gerealiseerd op).',
            format: 'date',
          },
          evidence: {
            type: ['string', 'null'],
            description: 'Where it can be looked up; nothing by which a person can be found (bewijsstuk).',
            maxLength: 10000,
          },
          effectiveAt: {
            type: 'string',
            description:
              'When it was said in the world, if earlier than when this message comes in (moment van gebeuren).',
            format: 'date-time',
          },
        },
        required: ['agreementId', 'commitmentId', 'amount', 'realisedOn'],
        additionalProperties: false,
        description: 'What was realised on an own commitment (voortgangsmelding).',
      },
      'nl.intekenboek.progress-reports.correction-submitted.v1': {
        type: 'object',
        properties: {
          agreementId: {
            type: 'string',
            description: 'The agreement (prestatieafspraken).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          commitmentId: {
            type: 'string',
            description: 'The commitment in it, owed by your party (afspraak).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reportId: {
            type: 'string',
            description:
              'A UUID that you choose for the report; without it one is made from source and id of the message (kenmerk).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          amount: {
            type: 'number',
            description:
              'In the unit: what came on top since the report before, for a share its level, 1 for done (aantal).',
          },
          realisedOn: {
            type: 'string',
            description: 'When it was realised (gerealiseerd op).',
            format: 'date',
          },
          evidence: {
            type: ['string', 'null'],
            description: 'Where it can be looked up; nothing by which a person can be found (bewijsstuk).',
            maxLength: 10000,
          },
          effectiveAt: {
            type: 'string',
            description:
              'When it was said in the world, if earlier than when this message comes in (moment van gebeuren).',
            format: 'date-time',
          },
          correctsReportId: {
            type: 'string',
            description: 'The report in whose place it comes (te corrigeren melding).',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          reason: {
            type: 'string',
            description: 'Why, in at least ten characters (reden).',
            maxLength: 10000,
          },
        },
        required: ['agreementId', 'amount', 'commitmentId', 'correctsReportId', 'realisedOn', 'reason'],
        additionalProperties: false,
        description: 'A report in the place of an earlier one; both stay (correctie van voortgang).',
      },
    },
  },
};
