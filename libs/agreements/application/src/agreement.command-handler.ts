import {
  type AgreementCommand,
  agreementDecider,
  decodeAgreementEvent,
  type DraftAgreement,
  type PartyFacts,
} from '@intekenboek/agreements-domain';
import {
  commandHandler,
  type CommandReceipt,
  type EventStore,
  type HandleCommand,
  type PartyId,
} from '@intekenboek/event-sourcing-core';

import { agreementStream } from './agreement-id';
import type { PartyDirectory } from './party-directory.port';

type Handle<Type extends AgreementCommand['type']> = HandleCommand<Extract<AgreementCommand, { type: Type }>>;

/** Everything that can be done with an agreement. Each answers where the record then stands, or is rejected. */
export interface AgreementCommands {
  /** What the register knows of the signatories is looked up here. */
  draft(command: Omit<DraftAgreement, 'parties'>): Promise<CommandReceipt>;
  readonly addCommitment: Handle<'AddCommitment'>;
  readonly reviseCommitment: Handle<'ReviseCommitment'>;
  readonly removeCommitment: Handle<'RemoveCommitment'>;
  readonly addCondition: Handle<'AddCondition'>;
  readonly removeCondition: Handle<'RemoveCondition'>;
  readonly explainOneSidedness: Handle<'ExplainOneSidedness'>;
  readonly recordTenantsDeclined: Handle<'RecordTenantsDeclined'>;
  readonly propose: Handle<'ProposeAgreement'>;
  readonly withdraw: Handle<'WithdrawProposal'>;
  readonly sign: Handle<'SignAgreement'>;
  readonly decline: Handle<'DeclineAgreement'>;
  readonly reportProgress: Handle<'ReportProgress'>;
  readonly confirmProgress: Handle<'ConfirmProgress'>;
  readonly disputeProgress: Handle<'DisputeProgress'>;
  readonly correctProgress: Handle<'CorrectProgress'>;
}

export function agreementCommandHandler(
  eventStore: EventStore,
  partyDirectory: PartyDirectory,
): AgreementCommands {
  const handle: HandleCommand<AgreementCommand> = commandHandler({
    eventStore,
    decider: agreementDecider,
    decode: decodeAgreementEvent,
    streamOf: ({ data }) => agreementStream(data.agreementId),
  });
  return {
    draft: async (command) =>
      handle({ ...command, parties: await knownOf(partyDirectory, command.data.signatoryIds) }),
    addCommitment: handle,
    reviseCommitment: handle,
    removeCommitment: handle,
    addCondition: handle,
    removeCondition: handle,
    explainOneSidedness: handle,
    recordTenantsDeclined: handle,
    propose: handle,
    withdraw: handle,
    sign: handle,
    decline: handle,
    reportProgress: handle,
    confirmProgress: handle,
    disputeProgress: handle,
    correctProgress: handle,
  };
}

// Whom nobody registered is left out: the decider refuses by name. Looked up at once, and each once only.
async function knownOf(directory: PartyDirectory, ids: readonly PartyId[]): Promise<readonly PartyFacts[]> {
  const known = await Promise.all([...new Set(ids)].map((partyId) => directory.find(partyId)));
  return known.filter((party) => party !== null);
}
