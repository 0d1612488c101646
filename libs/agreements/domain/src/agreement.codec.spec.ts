import { AGREEMENT_EVENT_TYPES, decodeAgreementEvent } from './agreement.codec';
import { agreementDecider } from './agreement.decider';
import type { AgreementEvent } from './agreement.events';
import everPublished from './agreement.events.fixture.json';
import { standingReports } from './agreement.state';
import type { CommitmentId } from './ids';

// One stream with every form of every event that was ever stored. Forms are added, never changed or taken out.

describe('the events of an agreement', () => {
  it('are all in the fixture', () => {
    expect([...new Set(everPublished.map(({ type }) => type))].sort()).toEqual(
      [...AGREEMENT_EVENT_TYPES].sort(),
    );
  });

  it.each(everPublished)('are read as they were stored: $type', ({ type, data }) => {
    expect(decodeAgreementEvent(type, data)).toEqual({ type, data });
  });

  it('survive being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(everPublished))).toEqual(everPublished);
  });

  it('tell the same story as ever', () => {
    const agreement = everPublished
      .map(({ type, data }) => decodeAgreementEvent(type, data))
      .reduce(agreementDecider.evolve, agreementDecider.initialState);
    if (agreement.status !== 'IN_FORCE') throw new Error('The stream of the fixture ends in force.');

    expect(agreement.textVersion).toBe(2);
    expect(agreement.signatories.size).toBe(2);
    expect([...agreement.commitments.keys()]).toHaveLength(2);
    expect(agreement.conditions.size).toBe(1);
    const homes = '6c29b1a8-79d5-5d59-a4f8-5f0a2b8f7a02' as CommitmentId;
    expect(standingReports(agreement, homes).map(({ amount }) => amount)).toEqual([25]);
  });

  it('are refused where they cannot have happened: the stream is damaged', () => {
    const [drafted, ...later] = everPublished.map(({ type, data }) => decodeAgreementEvent(type, data));
    const fold = (...events: readonly AgreementEvent[]) =>
      events.reduce(agreementDecider.evolve, agreementDecider.initialState);
    const early = later.filter(({ type }) => /^(Progress|AgreementSigned)/.test(type));
    expect(early.length).toBeGreaterThan(5);
    for (const event of early) {
      expect(() => fold(event)).toThrow(/came before AgreementDrafted/);
      expect(() => fold(drafted as AgreementEvent, event)).toThrow(/came while DRAFT/);
    }
    const isReport = ({ type }: AgreementEvent) => type === 'ProgressReported';
    const unreported = later.filter((event) => !isReport(event));
    expect(() => fold(drafted as AgreementEvent, ...unreported)).toThrow(/was never made/);
  });

  it('are refused when their type is unknown', () => {
    expect(() => decodeAgreementEvent('AgreementMislaid', {})).toThrow(/Unknown event type AgreementMislaid/);
  });
});
