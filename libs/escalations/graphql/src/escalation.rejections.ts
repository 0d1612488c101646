import type { EscalationRejection } from '@intekenboek/escalations-domain';
import type { PublicRejection, RejectionTable } from '@intekenboek/platform-nest';

type Say = (nl: string, en: string) => PublicRejection;
const input: Say = (nl, en) => ({ code: 'BAD_USER_INPUT', nl, en });
const conflict: Say = (nl, en) => ({ code: 'CONFLICT', nl, en });
const forbidden: Say = (nl, en) => ({ code: 'FORBIDDEN', nl, en });

/** How the refusals of cases look from outside, in words of a volunteer. */
export const ESCALATION_REJECTIONS: RejectionTable<EscalationRejection> = {
  PARTY_NOT_IN_ESCALATION: forbidden(
    'U kunt hier niets doen: uw partij hoort niet bij deze zaak, of de zaak bestaat niet.',
    'You cannot do anything here: your party is not in this case, or there is no such case.',
  ),
  POLICY_ONLY: forbidden(
    'Dit doet alleen het register zelf, op grond van de cijfers. Meld voortgang om iets te veranderen.',
    'Only the register itself does this, on the strength of the figures. Report progress to change something.',
  ),
  ROLE_MISSING: forbidden(
    'Uw partij heeft u hiervoor geen bevoegdheid gegeven. Nodig is een van deze rollen: {roles}. Vraag uw beheerder.',
    'Your party has given you no authority for this. You need one of these roles: {roles}. Ask your administrator.',
  ),
  NOT_RESPONDING_PARTY: forbidden(
    'Een andere partij moet hier reageren. Geef een zienswijze als u betrokken bent.',
    'Another party must respond here. Give a view if you are concerned.',
  ),
  NOT_CONCERNED_PARTY: forbidden(
    'Een zienswijze is voor de andere betrokken partijen. De partij die moet reageren, reageert; wie beslist, beslist.',
    'A view is for the other parties concerned. The party that must respond responds; who decides, decides.',
  ),
  NOT_DECIDING_PARTY: forbidden(
    'Op trede {rung} beslist een andere partij. In de zaak staat welke.',
    'Another party decides on rung {rung}. The case says which.',
  ),
  ESCALATION_NOT_OPEN: conflict(
    'Er is in deze zaak al besloten, of de achterstand is ingelopen. Lees de zaak opnieuw.',
    'This case has been decided, or what lagged has recovered. Read the case again.',
  ),
  ROUTE_NOT_AGREED: conflict(
    'Dit is de wettelijke route: de provincie stelt een plaatsing vast of legt het voorstel terzijde.',
    'This is the statutory route: the province decides on a placement or sets the proposal aside.',
  ),
  ROUTE_NOT_STATUTORY: conflict(
    'Dit is de afgesproken route: daar wordt beslist met een instrument, niet met een plaatsing.',
    'This is the agreed route: there one decides with an instrument, not with a placement.',
  ),
  ESCALATION_ID_MISMATCHED: input(
    'Het kenmerk van de zaak past niet bij haar onderwerp en periode. Laat het register het maken.',
    'The id of the case does not fit its subject and period. Let the register make it.',
  ),
  EVIDENCE_OF_OTHER_ROUTE: input(
    'Het oordeel over {subject} hoort bij de andere route. Gebruik alleen oordelen van deze route.',
    'The verdict on {subject} belongs to the other route. Use verdicts of this route only.',
  ),
  EVIDENCE_OF_OTHER_SUBJECT: input(
    'Het oordeel over {subject} hoort niet bij deze zaak. Gebruik alleen oordelen over haar oorzaak.',
    'The verdict on {subject} does not belong to this case. Use verdicts on its cause only.',
  ),
  NOTHING_LAGS: conflict(
    'Volgens deze oordelen loopt niets achter, dus er is geen grond voor een zaak.',
    'According to these verdicts nothing lags, so there is no ground for a case.',
  ),
  NOT_RECOVERED: conflict(
    'Volgens deze oordelen is de achterstand er nog, dus de zaak blijft open.',
    'According to these verdicts it still lags, so the case stays open.',
  ),
  LADDER_WITHOUT_RUNG: conflict(
    'Op geen enkele trede van {ladderId} kan iemand anders beslissen dan de partij die achterloopt.',
    'On no rung of {ladderId} can anyone decide but the party that lags.',
  ),
  REASON_CODE_UNKNOWN: input(
    'Deze reden staat niet op de lijst. Kies er een uit escalationReasons, of OTHER met een toelichting.',
    'This reason is not on the list. Choose one from escalationReasons, or OTHER with an explanation.',
  ),
  TEXT_TOO_SHORT: input(
    'Bij {field} staat te weinig. Schrijf minstens {min} tekens, zodat anderen het begrijpen.',
    'There is too little at {field}. Write at least {min} characters, so that others understand.',
  ),
  TEXT_TOO_LONG: input(
    'De tekst bij {field} is te lang; hoogstens {max} tekens. Kort hem in of verwijs naar een stuk.',
    'The text at {field} is too long; at most {max} characters. Shorten it, or refer to a document.',
  ),
  PERSONAL_DATA_SUSPECTED: input(
    'Bij {field} lijkt een persoonsgegeven te staan ({found}). Wat u schrijft blijft altijd bewaard: haal het weg.',
    'There seems to be personal data at {field} ({found}). What you write is kept for good: take it out.',
  ),
  DATE_NOT_AHEAD: input(
    'De dag bij {field} moet na {after} liggen. Kies een latere dag of laat hem weg.',
    'The day at {field} must be after {after}. Choose a later day, or leave it out.',
  ),
  INSTRUMENT_NOT_ON_RUNG: input(
    'Dit instrument kan niet op trede {rung}. Hier kan: {allowed}.',
    'This instrument is not possible on rung {rung}. Possible here: {allowed}.',
  ),
  RUNG_ABOVE_PROPOSAL: input(
    'Hoger dan het voorstel plaatsen kan niet. De hoogste trede is nu {highest}.',
    'A placement above the proposal is not possible. The highest rung now is {highest}.',
  ),
  RUNG_UNKNOWN: input(
    'Deze trede bestaat niet. Kies een hele trede vanaf 1.',
    'There is no such rung. Choose a whole number from 1.',
  ),
};
