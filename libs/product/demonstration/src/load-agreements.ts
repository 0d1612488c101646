import {
  type AgreementId,
  type CommitmentId,
  type ConditionId,
  decodeAgreementEvent,
  type DraftAgreement,
} from '@intekenboek/agreements-domain';
import type { CommandMeta, EventStore } from '@intekenboek/event-sourcing-core';

import type { DemoAgreement, DemoSignatory } from './demo-agreement';
import { demoMeta, inParallel, type Today } from './demo-commands';
import { demoId } from './demo-ids';
import { PLACES, REGIONAL_DEALS } from './invented.data';
import { longAgreement } from './long-agreement';
import { actorFor, type Loading } from './loading';
import { loadProgress } from './load-progress';
import { regionalDeal } from './regional-deal';
import { careAgreement, yearAgreement } from './yearly-agreement';

/** All agreements of the demonstration. */
export const demoAgreements = (): readonly DemoAgreement[] => [
  ...PLACES.map(longAgreement),
  ...PLACES.map(yearAgreement),
  ...PLACES.filter((_, order) => order % 2 === 1).map(careAgreement),
  ...REGIONAL_DEALS.map(regionalDeal),
];

/** Drafts, proposes, signs and reports, as the parties would: every act by the party whose act it is. */
export async function loadAgreements(loading: Loading, onDone: () => void): Promise<void> {
  await inParallel(demoAgreements(), 8, async (agreement) => {
    await draft(loading, agreement);
    await write(loading, agreement);
    if (agreement.ending !== 'DRAFT') await proposeAndSign(loading, agreement);
    if (agreement.ending === 'IN_FORCE') await loadProgress(loading, agreement);
    onDone();
  });
}

async function draft({ commands, today }: Loading, agreement: DemoAgreement): Promise<void> {
  const { agreementId, kind, title, from, until, visibility, legalBasis, signatories } = agreement;
  const data: DraftAgreement['data'] = {
    agreementId,
    kind,
    title,
    signatoryIds: signatories.map(({ partyId }) => partyId),
    from,
    until,
    visibility,
    legalBasis,
  };
  await commands.draft({ type: 'DraftAgreement', data, meta: metaOf(agreement, 'draft', today) });
}

async function write({ commands, today }: Loading, agreement: DemoAgreement): Promise<void> {
  const { agreementId, commitments, conditions } = agreement;
  for (const { wording } of commitments) {
    const meta = metaOf(agreement, `commitment:${wording.commitmentId}`, today);
    await commands.addCommitment({ type: 'AddCommitment', data: { agreementId, commitment: wording }, meta });
  }
  for (const [index, condition] of conditions.entries()) {
    const conditionId = demoId(`condition:${agreementId}:${index}`) as ConditionId;
    const data = {
      agreementId,
      condition: {
        conditionId,
        dependentId: condition.dependent as CommitmentId,
        prerequisiteId: condition.prerequisite as CommitmentId,
        neededBy: condition.neededBy,
      },
    };
    await commands.addCondition({
      type: 'AddCondition',
      data,
      meta: metaOf(agreement, `condition:${index}`, today),
    });
  }
}

async function proposeAndSign(loading: Loading, agreement: DemoAgreement): Promise<void> {
  const { commands, today } = loading;
  const { agreementId, signatories, ending } = agreement;
  await commands.propose({
    type: 'ProposeAgreement',
    data: { agreementId },
    meta: metaOf(agreement, 'propose', today),
  });
  const text = await proposedText(loading.eventStore, agreementId);
  for (const [index, signatory] of signatories.entries()) {
    const isLast = index === signatories.length - 1;
    if (isLast && ending === 'AWAITING_SIGNATURE') return;
    const meta = metaOf(agreement, `sign:${signatory.partyId}`, today, signatory);
    if (isLast && ending === 'DECLINED') {
      const reasons = 'Onze achterban mist een afspraak over de servicekosten (demonstratie).';
      const data = { agreementId, textVersion: text.textVersion, reasons };
      await commands.decline({ type: 'DeclineAgreement', data, meta });
    } else {
      await commands.sign({ type: 'SignAgreement', data: { agreementId, ...text }, meta });
    }
  }
}

/** The drafter acts unless another signatory is named. */
function metaOf(
  { agreementId, signatories, signedOn }: DemoAgreement,
  act: string,
  today: Today,
  by: DemoSignatory | undefined = signatories[0],
): CommandMeta {
  if (by === undefined) throw new Error(`${agreementId} has no signatories.`);
  return demoMeta(`${agreementId}:${act}`, actorFor(by), signedOn, today);
}

async function proposedText(
  eventStore: EventStore,
  agreementId: AgreementId,
): Promise<{ readonly textVersion: number; readonly contentHash: string }> {
  const { events } = await eventStore.readStream(`agreement-${agreementId}`);
  const proposal = events
    .map(({ type, data }) => decodeAgreementEvent(type, data))
    .findLast((event) => event.type === 'AgreementProposed');
  if (proposal?.type !== 'AgreementProposed') throw new Error(`${agreementId} was not proposed.`);
  const { textVersion, contentHash } = proposal.data;
  return { textVersion, contentHash };
}
