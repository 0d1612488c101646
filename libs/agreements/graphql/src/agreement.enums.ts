import { AGREEMENT_KINDS, SMART_GAP_CODES, VISIBILITIES } from '@intekenboek/agreements-domain';
import { AGREEMENT_STATUSES, AGREEMENT_STEPS, REPORT_STATES } from '@intekenboek/agreements-read-model';
import { enumOf } from '@intekenboek/platform-nest';
import { registerEnumType } from '@nestjs/graphql';

export const AgreementKindEnum = enumOf(AGREEMENT_KINDS);
registerEnumType(AgreementKindEnum, {
  name: 'AgreementKind',
  description: 'Between whom an agreement is made (soort afspraak).',
  valuesMap: {
    LOCAL: { description: 'Parties in one municipality (lokale prestatieafspraken).' },
    REGIONAL_DEAL: { description: 'Parties in a region (woondeal).' },
    NATIONAL_ACCORD: { description: 'Parties in the whole country (landelijk akkoord).' },
  },
});

export const AgreementVisibilityEnum = enumOf(VISIBILITIES);
registerEnumType(AgreementVisibilityEnum, {
  name: 'AgreementVisibility',
  description: 'Who reads it once in force, besides its parties and those who supervise (openbaarheid).',
  valuesMap: {
    PARTIES: { description: 'Nobody else (alleen partijen).' },
    PUBLIC: { description: 'Everyone (openbaar).' },
  },
});

export const AgreementStatusEnum = enumOf(AGREEMENT_STATUSES);
registerEnumType(AgreementStatusEnum, {
  name: 'AgreementStatus',
  description: 'Where an agreement stands (status).',
  valuesMap: {
    DRAFT: { description: 'Its text may still change (concept).' },
    PROPOSED: { description: 'Its text is frozen and waits for signatures (voorgelegd).' },
    IN_FORCE: { description: 'All have signed: it binds (van kracht).' },
  },
});

export const AgreementStepEnum = enumOf(AGREEMENT_STEPS);
registerEnumType(AgreementStepEnum, {
  name: 'AgreementStep',
  description: 'A step in the life of an agreement (stap).',
  valuesMap: {
    DRAFTED: { description: 'Begun (opgesteld).' },
    TENANTS_DECLINED: { description: 'Tenants do not take part (huurders doen niet mee).' },
    PROPOSED: { description: 'Laid before the parties (voorgelegd).' },
    WITHDRAWN: { description: 'Taken back to change it; signatures lapsed (ingetrokken).' },
    SIGNED: { description: 'Signed by a party (ondertekend).' },
    DECLINED: { description: 'Declined by a party (geweigerd).' },
    ENTERED_INTO_FORCE: { description: 'Binding from then on (van kracht geworden).' },
  },
});

export const MEASURE_KINDS = ['AMOUNT', 'BAND', 'SHARE', 'MAXIMUM', 'PROCESS_RESULT', 'EFFORT'] as const;
export const CommitmentMeasureKindEnum = enumOf(MEASURE_KINDS);
registerEnumType(CommitmentMeasureKindEnum, {
  name: 'CommitmentMeasureKind',
  description: 'In what form a result is promised (soort maat).',
  valuesMap: {
    AMOUNT: { description: 'A number (aantal).' },
    BAND: { description: 'Between two numbers (bandbreedte).' },
    SHARE: { description: 'A percentage of something (aandeel).' },
    MAXIMUM: { description: 'Not more than a number (maximum).' },
    PROCESS_RESULT: { description: 'Done or not done (procesresultaat).' },
    EFFORT: { description: 'Not measurable; counts towards nothing (inspanning).' },
  },
});

export const SIGNATURE_STATES = ['WAITING', 'SIGNED', 'DECLINED'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];
export const SignatureStateEnum = enumOf(SIGNATURE_STATES);
registerEnumType(SignatureStateEnum, {
  name: 'SignatureState',
  description: 'What a party answered to the text (stand van de handtekening).',
  valuesMap: {
    WAITING: { description: 'Nothing yet (wacht).' },
    SIGNED: { description: 'It is bound (ondertekend).' },
    DECLINED: { description: 'It declined, and may still sign (geweigerd).' },
  },
});

export const ProgressReportStateEnum = enumOf(REPORT_STATES);
registerEnumType(ProgressReportStateEnum, {
  name: 'ProgressReportState',
  description: 'What has become of a report (stand van de melding).',
  valuesMap: {
    REPORTED: { description: 'No creditor has spoken (gemeld).' },
    CONFIRMED: { description: 'A creditor confirmed it and none disputes it (bevestigd).' },
    DISPUTED: { description: 'A creditor disputes it (betwist).' },
    CORRECTED: { description: 'A later report came in its place (gecorrigeerd).' },
  },
});

export const STANCES = ['CONFIRMED', 'DISPUTED'] as const;
export type StanceKind = (typeof STANCES)[number];
export const ProgressStanceKindEnum = enumOf(STANCES);
registerEnumType(ProgressStanceKindEnum, {
  name: 'ProgressStanceKind',
  description: 'What a creditor says of a report (oordeel).',
  valuesMap: {
    CONFIRMED: { description: 'It is so (bevestigd).' },
    DISPUTED: { description: 'It is not so (betwist).' },
  },
});

export const SmartGapCodeEnum = enumOf(SMART_GAP_CODES);
registerEnumType(SmartGapCodeEnum, {
  name: 'SmartGapCode',
  description: 'What a commitment lacks to be monitored (ontbrekend onderdeel).',
  valuesMap: {
    NOT_MEASURABLE: { description: 'A result that can be measured (niet meetbaar).' },
    RESULT_KIND_MISSING: { description: 'What is counted (resultaatsoort).' },
    NUMBER_MISSING: { description: 'How much (aantal).' },
    DEADLINE_MISSING: { description: 'By when (uiterste dag).' },
    OWNER_MISSING: { description: 'Who does it (schuldenaar).' },
    COUNTERPART_MISSING: { description: 'To whom it is promised (schuldeiser).' },
    TERRITORY_MISSING: { description: 'Where (grondgebied).' },
    SOURCE_MISSING: { description: 'Where the figures come from (bron).' },
    YEAR_SLICES_MISSING: { description: 'How much in which year (jaarschijven).' },
    TARGET_GROUP_MISSING: { description: 'For whom (aandachtsgroep).' },
    PRICE_SEGMENT_MISSING: { description: 'At what rent (prijssegment).' },
    WORDS_VAGUE: { description: 'Words that promise something (vage woorden).' },
  },
});
