import type { Decider } from '@intekenboek/event-sourcing-core';

import { decideCase, passTerm } from './agreed-route.decider';
import type { EscalationCommand, PartyCommand, PolicyCommand } from './escalation.commands';
import { EscalationRejected } from './escalation.errors';
import type { EscalationEvent } from './escalation.events';
import { requireInsider } from './escalation.rules';
import { type Escalation, evolve, notRaised } from './escalation.state';
import { accept, propose, setAside } from './placement.decider';
import { isPolicy } from './policy-actor';
import { addSubjects, raise, resolve } from './raise-escalation.decider';
import { giveView, respond } from './response.decider';

type Events = readonly EscalationEvent[];

/** The rules of one case on one ladder (domain section 9). */
export const escalationDecider: Decider<EscalationCommand, EscalationEvent, Escalation> = {
  initialState: notRaised,
  decide,
  evolve,
};

function decide(command: EscalationCommand, escalation: Escalation): Events {
  switch (command.type) {
    case 'RaiseEscalation':
    case 'AddEscalationSubjects':
    case 'PassTerm':
    case 'ResolveEscalation':
    case 'ProposePlacement':
      return decidePolicy(command, escalation);
    case 'RespondToEscalation':
    case 'GiveView':
    case 'DecideEscalation':
    case 'AcceptProposal':
    case 'SetAsideProposal':
      return decideParty(command, escalation);
  }
}

function decidePolicy(command: PolicyCommand, escalation: Escalation): Events {
  const { meta } = command;
  if (!isPolicy(meta.actor)) throw new EscalationRejected('POLICY_ONLY', { rule: '9' });

  switch (command.type) {
    case 'RaiseEscalation':
      return raise(command.data, meta, escalation);
    case 'AddEscalationSubjects':
      return addSubjects(command.data, escalation);
    case 'PassTerm':
      return passTerm(command.data, meta, escalation);
    case 'ResolveEscalation':
      return resolve(command.data, meta, escalation);
    case 'ProposePlacement':
      return propose(command.data, meta, escalation);
  }
}

function decideParty(command: PartyCommand, escalation: Escalation): Events {
  const { meta } = command;
  requireInsider(escalation, meta.actor);

  switch (command.type) {
    case 'RespondToEscalation':
      return respond(command.data, meta, escalation);
    case 'GiveView':
      return giveView(command.data, meta, escalation);
    case 'DecideEscalation':
      return decideCase(command.data, meta, escalation);
    case 'AcceptProposal':
      return accept(command.data, meta, escalation);
    case 'SetAsideProposal':
      return setAside(command.data, meta, escalation);
  }
}
