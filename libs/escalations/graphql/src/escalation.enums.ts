import { INSTRUMENTS, ROUTES } from '@intekenboek/escalations-domain';
import { CASE_STATUSES } from '@intekenboek/escalations-read-model';
import { enumOf } from '@intekenboek/platform-nest';
import { registerEnumType } from '@nestjs/graphql';

export const EscalationRouteEnum = enumOf(ROUTES);
registerEnumType(EscalationRouteEnum, {
  name: 'EscalationRoute',
  description: 'On which ladder a case stands (route).',
  valuesMap: {
    STATUTORY: {
      description: 'Supervision by the province: the register proposes, the province decides (wettelijk).',
    },
    AGREED: { description: 'As the parties agreed, with terms that move the case up (afgesproken).' },
  },
});

export const EscalationStatusEnum = enumOf(CASE_STATUSES);
registerEnumType(EscalationStatusEnum, {
  name: 'EscalationStatus',
  description: 'What has become of a case (stand). The first three are open.',
  valuesMap: {
    OPEN: { description: 'Waits for a response or a decision (open).' },
    DECIDED: { description: 'Decided on; recovery is awaited (besloten).' },
    PROPOSED: { description: 'A placement waits for the province (voorgesteld).' },
    PLACED: { description: 'The province placed the municipality on a rung (geplaatst).' },
    SET_ASIDE: { description: 'The province set the proposal aside (terzijde gelegd).' },
    RESOLVED: { description: 'What lagged has recovered (opgelost).' },
  },
});

export const EscalationInstrumentEnum = enumOf(INSTRUMENTS);
registerEnumType(EscalationInstrumentEnum, {
  name: 'EscalationInstrument',
  description: 'What may be decided on a rung (instrument).',
  valuesMap: {
    SUPPORT_TEAM: { description: 'A team that comes to help (ondersteuningsteam).' },
    KNOT_CUT: { description: 'A decision that ends a difference of views (knoop doorgehakt).' },
    EXTRA_MEANS: { description: 'Extra money or people (extra middelen).' },
    RECOVERY_PLAN: { description: 'A plan with a date (herstelplan).' },
    NORM_PERCENTAGE: { description: 'A binding share, as the last resort (normpercentage).' },
  },
});

export const EscalationRoleEnum = enumOf(['TO_RESPOND', 'TO_DECIDE', 'ALL']);
registerEnumType(EscalationRoleEnum, {
  name: 'EscalationRole',
  description: 'What a party must do about a case (rol).',
  valuesMap: {
    TO_RESPOND: { description: 'Explain (reageren).' },
    TO_DECIDE: { description: 'Decide (beslissen).' },
    ALL: { description: 'Either (alles).' },
  },
});

export const EscalationSubjectKindEnum = enumOf(['COMMITMENT', 'TARGET']);
registerEnumType(EscalationSubjectKindEnum, {
  name: 'EscalationSubjectKind',
  description: 'What a case is about (soort onderwerp).',
  valuesMap: {
    COMMITMENT: { description: 'One promise in an agreement (afspraak).' },
    TARGET: { description: 'The part of a target for one territory (opgave, taakstelling).' },
  },
});

export const EscalationCauseKindEnum = enumOf(['OWN_LAG', 'BLOCKED_BY']);
registerEnumType(EscalationCauseKindEnum, {
  name: 'EscalationCauseKind',
  description: 'Why something lags (soort oorzaak).',
  valuesMap: {
    OWN_LAG: { description: 'The party does not deliver what it owes itself (eigen achterstand).' },
    BLOCKED_BY: { description: 'Others wait for what the party owes (anderen wachten).' },
  },
});

export const RUNG_STATES = ['PASSED', 'CURRENT', 'AHEAD', 'SKIPPED'] as const;
export type RungState = (typeof RUNG_STATES)[number];
export const EscalationRungStateEnum = enumOf(RUNG_STATES);
registerEnumType(EscalationRungStateEnum, {
  name: 'EscalationRungState',
  description: 'Where a case stands in relation to a rung (stand van de trede).',
  valuesMap: {
    PASSED: { description: 'The case stood here before (geweest).' },
    CURRENT: { description: 'The case stands here, or is proposed to (nu).' },
    AHEAD: { description: 'The case has not come here (nog niet).' },
    SKIPPED: {
      description: 'Nobody could decide here but the party that must respond (overgeslagen).',
    },
  },
});

export const ESCALATION_ACTIONS = [
  'RESPOND',
  'GIVE_VIEW',
  'DECIDE',
  'ACCEPT_PLACEMENT',
  'SET_ASIDE_PLACEMENT',
] as const;
export type EscalationAction = (typeof ESCALATION_ACTIONS)[number];
export const EscalationActionEnum = enumOf(ESCALATION_ACTIONS);
registerEnumType(EscalationActionEnum, {
  name: 'EscalationAction',
  description: 'What someone may do in a case now (handeling).',
  valuesMap: {
    RESPOND: { description: 'respondToEscalation (reageren).' },
    GIVE_VIEW: { description: 'giveViewOnEscalation (zienswijze geven).' },
    DECIDE: { description: 'decideEscalation (beslissen).' },
    ACCEPT_PLACEMENT: { description: 'acceptPlacement (plaatsing vaststellen).' },
    SET_ASIDE_PLACEMENT: { description: 'setAsidePlacement (voorstel terzijde leggen).' },
  },
});

export const ESCALATION_STEPS = [
  'RAISED',
  'SUBJECTS_ADDED',
  'RESPONSE_GIVEN',
  'VIEW_GIVEN',
  'MOVED_UP',
  'BECAME_OVERDUE',
  'DECIDED',
  'RESOLVED',
  'PLACEMENT_PROPOSED',
  'PLACEMENT_ACCEPTED',
  'PLACEMENT_SET_ASIDE',
] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];
export const EscalationStepEnum = enumOf(ESCALATION_STEPS);
registerEnumType(EscalationStepEnum, {
  name: 'EscalationStep',
  description: 'A step in the life of a case (stap).',
  valuesMap: {
    RAISED: { description: 'The case began (geopend).' },
    SUBJECTS_ADDED: { description: 'More turned out to wait for the same cause (uitgebreid).' },
    RESPONSE_GIVEN: { description: 'The party that must respond explained (reactie).' },
    VIEW_GIVEN: { description: 'Another party gave its view (zienswijze).' },
    MOVED_UP: { description: 'The term passed and the case moved up (een trede hoger).' },
    BECAME_OVERDUE: { description: 'The term of the last rung passed (over de termijn).' },
    DECIDED: { description: 'A decision was taken (besluit).' },
    RESOLVED: { description: 'What lagged has recovered (opgelost).' },
    PLACEMENT_PROPOSED: { description: 'The register proposed a rung (voorstel).' },
    PLACEMENT_ACCEPTED: { description: 'The province decided on a rung (plaatsing).' },
    PLACEMENT_SET_ASIDE: { description: 'The province set the proposal aside (terzijde gelegd).' },
  },
});
