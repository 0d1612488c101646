import type { Day, Moment, Uuid } from '../published/values';

// What systems of corporations and other debtors send. Who acts is not in the message: a token proves it.

/** What was realised on an own commitment (voortgangsmelding). */
export interface ProgressReportMessageV1 {
  /** The agreement (prestatieafspraken). */
  readonly agreementId: Uuid;
  /** The commitment in it, owed by your party (afspraak). */
  readonly commitmentId: Uuid;
  /** A UUID that you choose for the report; without it one is made from source and id of the message (kenmerk). */
  readonly reportId?: Uuid;
  /** In the unit: what came on top since the report before, for a share its level, 1 for done (aantal). */
  readonly amount: number;
  /** When it was realised (gerealiseerd op). */
  readonly realisedOn: Day;
  /**
   * Where it can be looked up; nothing by which a person can be found (bewijsstuk).
   * @maxLength 10000
   */
  readonly evidence?: string | null;
  /** When it was said in the world, if earlier than when this message comes in (moment van gebeuren). */
  readonly effectiveAt?: Moment;
}

/** A report in the place of an earlier one; both stay (correctie van voortgang). */
export interface ProgressCorrectionMessageV1 extends ProgressReportMessageV1 {
  /** The report in whose place it comes (te corrigeren melding). */
  readonly correctsReportId: Uuid;
  /**
   * Why, in at least ten characters (reden).
   * @maxLength 10000
   */
  readonly reason: string;
}

/** All that may come in, by the type that a CloudEvent carries. The JSON Schemas are made from it. */
export interface InboundData {
  readonly 'nl.intekenboek.progress-reports.report-submitted.v1': ProgressReportMessageV1;
  readonly 'nl.intekenboek.progress-reports.correction-submitted.v1': ProgressCorrectionMessageV1;
}

export type InboundType = keyof InboundData;

/** A message that came in, in the form that its schema asks for. */
export type ProgressMessage = {
  readonly [Type in InboundType]: {
    readonly id: string;
    readonly source: string;
    readonly type: Type;
    readonly data: InboundData[Type];
  };
}[InboundType];

/** The envelope of a message that comes in: a CloudEvent 1.0 in structured JSON; other attributes may be there (omslag). */
export interface InboundEnvelopeV1 {
  /** The version of CloudEvents (versie van CloudEvents). */
  readonly specversion: '1.0';
  /**
   * Your id of the message. Sent again it has one effect; with other content it is refused. Best a random UUID (kenmerk).
   * @minLength 1
   * @maxLength 200
   */
  readonly id: string;
  /**
   * Your system, for example `urn:nld:kvknr:12345678:systeem:voortgang` (bron).
   * @format uri-reference
   * @minLength 1
   * @maxLength 200
   */
  readonly source: string;
  /** What is reported (soort). */
  readonly type: InboundType;
  /** When your system made the message; it decides nothing (logtijd). */
  readonly time?: Moment;
  /** The form of the data (inhoudstype). */
  readonly datacontenttype?: 'application/json';
  /** The report or correction (inhoud). */
  readonly data: object;
}
