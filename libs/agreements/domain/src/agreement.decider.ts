import type { Decider, Role } from '@intekenboek/event-sourcing-core';

import type { AgreementCommand } from './agreement.commands';
import type { AgreementEvent } from './agreement.events';
import { evolve } from './agreement.evolve';
import { type Agreement, type DraftedAgreement, notDrafted } from './agreement.state';
import { addCommitment, removeCommitment, reviseCommitment } from './commitment.decisions';
import { draft } from './drafting.decisions';
import { requireDraft, requireInForce, requireParty, requireRole } from './guards';
import { correctProgress, reportProgress } from './progress.decisions';
import {
  addCondition,
  explainOneSidedness,
  recordTenantsDeclined,
  removeCondition,
} from './reciprocity.decisions';
import { confirmProgress, disputeProgress } from './review.decisions';
import { decline, propose, sign, withdraw } from './signing.decisions';

type Events = readonly AgreementEvent[];

/** The rules of one agreement: domain section 6. */
export const agreementDecider: Decider<AgreementCommand, AgreementEvent, Agreement> = {
  initialState: notDrafted,
  decide,
  evolve,
};

/** In which role a party's people may do what; one of them is enough. */
const ROLES: Readonly<Record<AgreementCommand['type'], readonly Role[]>> = {
  DraftAgreement: ['DRAFTER'],
  AddCommitment: ['DRAFTER'],
  ReviseCommitment: ['DRAFTER'],
  RemoveCommitment: ['DRAFTER'],
  AddCondition: ['DRAFTER'],
  RemoveCondition: ['DRAFTER'],
  ExplainOneSidedness: ['DRAFTER'],
  RecordTenantsDeclined: ['DRAFTER', 'SIGNATORY'],
  ProposeAgreement: ['DRAFTER'],
  WithdrawProposal: ['DRAFTER'],
  SignAgreement: ['SIGNATORY'],
  DeclineAgreement: ['SIGNATORY'],
  ReportProgress: ['REPORTER'],
  CorrectProgress: ['REPORTER'],
  ConfirmProgress: ['REVIEWER', 'REPORTER'],
  DisputeProgress: ['REVIEWER', 'REPORTER'],
};

function decide(command: AgreementCommand, agreement: Agreement): Events {
  if (command.type === 'DraftAgreement') return draft(command, agreement);
  requireParty(agreement, command.meta.actor);
  requireRole(command.meta.actor, ...ROLES[command.type]);

  switch (command.type) {
    case 'ProposeAgreement':
      return propose(command, agreement);
    case 'WithdrawProposal':
      return withdraw(command, agreement);
    case 'SignAgreement':
      return sign(command, agreement);
    case 'DeclineAgreement':
      return decline(command, agreement);
    case 'AddCommitment':
    case 'ReviseCommitment':
    case 'RemoveCommitment':
    case 'AddCondition':
    case 'RemoveCondition':
    case 'ExplainOneSidedness':
    case 'RecordTenantsDeclined':
      return decideOnText(command, agreement);
    case 'ReportProgress':
    case 'CorrectProgress':
    case 'ConfirmProgress':
    case 'DisputeProgress':
      return decideOnProgress(command, agreement);
  }
}

type TextCommand = Extract<
  AgreementCommand,
  {
    type:
      | 'AddCommitment'
      | 'ReviseCommitment'
      | 'RemoveCommitment'
      | 'AddCondition'
      | 'RemoveCondition'
      | 'ExplainOneSidedness'
      | 'RecordTenantsDeclined';
  }
>;

function decideOnText(command: TextCommand, agreement: DraftedAgreement): Events {
  requireDraft(agreement);
  switch (command.type) {
    case 'AddCommitment':
      return addCommitment(command, agreement);
    case 'ReviseCommitment':
      return reviseCommitment(command, agreement);
    case 'RemoveCommitment':
      return removeCommitment(command, agreement);
    case 'AddCondition':
      return addCondition(command, agreement);
    case 'RemoveCondition':
      return removeCondition(command, agreement);
    case 'ExplainOneSidedness':
      return explainOneSidedness(command, agreement);
    case 'RecordTenantsDeclined':
      return recordTenantsDeclined(command, agreement);
  }
}

type ProgressCommand = Extract<
  AgreementCommand,
  { type: 'ReportProgress' | 'CorrectProgress' | 'ConfirmProgress' | 'DisputeProgress' }
>;

function decideOnProgress(command: ProgressCommand, agreement: DraftedAgreement): Events {
  requireInForce(agreement);
  switch (command.type) {
    case 'ReportProgress':
      return reportProgress(command, agreement);
    case 'CorrectProgress':
      return correctProgress(command, agreement);
    case 'ConfirmProgress':
      return confirmProgress(command, agreement);
    case 'DisputeProgress':
      return disputeProgress(command, agreement);
  }
}
