import type { CommitmentWording } from '@intekenboek/agreements-domain';

import type { WalkThroughStep } from '@intekenboek/product-public-http';
import { taakstellingId } from './demo-taakstelling';
import { literal } from './graphql-literal';
import {
  AGREEMENT,
  BUILDING,
  condition,
  hashOfText,
  heading,
  REPORT,
  walkId,
  wordings,
} from './walk-through-agreement';

const answer = '{ id revision position unchanged }';

const act = (alias: string, mutation: string, input: object): string =>
  `  ${alias}: ${mutation}(input: ${literal({ commandId: walkId(alias), ...input }, '  ')}) ${answer}`;

const wordingInput = ({ creditors, ...wording }: CommitmentWording) => ({
  ...wording,
  creditorIds: creditors,
});

const of = { agreementId: AGREEMENT };

const draft = [
  'mutation Opstellen {',
  act('draft', 'draftAgreement', heading),
  ...wordings.map((wording, index) =>
    act(`commitment${index + 1}`, 'addCommitment', { ...of, commitment: wordingInput(wording) }),
  ),
  act('condition', 'addCondition', { ...of, ...condition }),
  act('propose', 'proposeAgreement', of),
  '}',
].join('\n');

const read = `query Lezen {
  agreement(id: "${AGREEMENT}") {
    title status textVersion contentHash
    waitingFor { name }
    commitments { text debtor { name } deadline smartGaps { nl en } }
    conditions { dependentId prerequisiteId neededBy }
  }
}`;

const sign = (who: string): string =>
  [
    `mutation Tekenen {`,
    act(`sign_${who}`, 'signAgreement', { ...of, textVersion: 1, contentHash: hashOfText() }),
    '}',
  ].join('\n');

const report = [
  'mutation Melden {',
  act('report', 'reportProgress', {
    ...of,
    commitmentId: BUILDING,
    reportId: REPORT,
    amount: 4,
    realisedOn: '2026-10-30',
    evidence: 'opleveringsrapport blok A',
  }),
  '}',
].join('\n');

const confirm = [
  'mutation Bevestigen {',
  act('confirm', 'confirmProgress', { ...of, commitmentId: BUILDING, reportId: REPORT }),
  '}',
].join('\n');

const owed = `query WatStaatOpen {
  wij: myCommitments(side: OWED_BY_US, first: 10) {
    totalCount
    edges { node { text deadline verdict { state expected realised explanation { nl } } } }
  }
  anderen: myCommitments(side: OWED_TO_US, first: 10) {
    totalCount
    edges { node { text debtor { name } verdict { state explanation { nl } } } }
  }
}`;

const province = `query Provincie {
  provinceOverview(provinceCode: "PV27") {
    code name openEscalations
    targets { name apportioned backlog committed realised uncovered verdict { state explanation { nl } } }
  }
}`;

const taakstelling = `query Narekenen {
  target(id: "${taakstellingId('2022-H2')}") {
    name quantity
    apportionment { legalBasis weightTotal populationDate bordersOn sumOfParts partsCount source }
    parts(territory: "GM0394") { territoryName weight calculation quantity backlog realised }
  }
}`;

const waiting = `query Regietafel {
  escalationsWaiting(role: TO_DECIDE, first: 5) {
    totalCount
    edges { node {
      id summary { nl } rung termEndsOn isOverdue isExplained
      cause { kind party { name } }
      response { reasonCode text }
      history { effectiveAt party { name } words { nl } }
      actions
    } }
  }
}`;

// A case of the demonstration that waits at the national table: its id is made of its subject and period.
const CASE = '34bce0a5-5771-5856-967e-4d78030f2b32';

const decide = [
  'mutation Besluiten {',
  act('decide', 'decideEscalation', {
    escalationId: CASE,
    instrument: 'RECOVERY_PLAN',
    reasons: 'De corporatie levert binnen drie maanden een herstelplan met mijlpalen per kwartaal.',
  }),
  '}',
].join('\n');

const decided = `query Zaak {
  escalation(id: "${CASE}") {
    status summary { nl en } period territory
    cause { kind party { name } }
    ladder { rungs { number name { nl } state decidingParties { name } termEndsOn } }
    decision { instrument reasons }
    evidence { state expected realised ratio ruleVersion inputs }
    history { effectiveAt recordedAt party { name } words { nl } }
  }
}`;

const step = (
  person: string | null,
  query: string,
  title: readonly [nl: string, en: string],
  text: readonly [nl: string, en: string],
): WalkThroughStep => ({
  personKey: person,
  query,
  title: { nl: title[0], en: title[1] },
  text: { nl: text[0], en: text[1] },
});

/** What the three users do, in order. Every step may be sent again: it has one effect. */
export const WALK_THROUGH: readonly WalkThroughStep[] = [
  step(
    'corporatie',
    draft,
    ['Opstellen en voorleggen', 'Draft and propose'],
    [
      'De corporatie stelt afspraken op met de gemeente, een zorgaanbieder en de huurders: eerst grond, dan bouwen. Daarna ligt de tekst vast.',
      'The corporation drafts an agreement with the municipality, a care provider and the tenants: land first, then building. Then the text is frozen.',
    ],
  ),
  step(
    'gemeente',
    read,
    ['Lezen wat er ligt', 'Read what is proposed'],
    [
      'De gemeente leest de tekst, de versie, de inhoudshash en wie nog moet tekenen.',
      'The municipality reads the text, its version, its content hash and who has yet to sign.',
    ],
  ),
  ...(['corporatie', 'gemeente', 'zorgaanbieder', 'huurders'] as const).map((who) =>
    step(
      who,
      sign(who),
      [`Tekenen (${who})`, `Sign (${who})`],
      [
        'Een handtekening hoort bij één tekst: die met deze inhoudshash. Met de laatste treden de afspraken in werking.',
        'A signature belongs to one text: the one with this content hash. With the last one the agreement enters into force.',
      ],
    ),
  ),
  step(
    'corporatie',
    report,
    ['Voortgang melden', 'Log progress'],
    ['De corporatie meldt vier opgeleverde woningen.', 'The corporation reports four dwellings delivered.'],
  ),
  step(
    'huurders',
    confirm,
    ['Bevestigen', 'Confirm'],
    ['De huurders bevestigen de melding.', 'The tenants confirm the report.'],
  ),
  step(
    'corporatie',
    owed,
    ['Wat staat open', 'What is open'],
    [
      'Wat de corporatie schuldig is, en wat anderen haar schuldig zijn.',
      'What the corporation owes, and what others owe it.',
    ],
  ),
  step(
    'provincie',
    province,
    ['De gemeenten van een provincie', 'The municipalities of a province'],
    [
      'Per gemeente: opgaven, dekking door afspraken, realisatie, oordeel en open escalaties.',
      'Per municipality: targets, coverage by commitments, realised, verdict and open escalations.',
    ],
  ),
  step(
    null,
    taakstelling,
    ['Een taakstelling narekenen', 'Recompute a taakstelling'],
    [
      'Iedereen kan het nalopen: landelijk aantal × inwoners van de gemeente / inwoners van Nederland, naar boven afgerond.',
      'Anyone can check: national number × inhabitants of the municipality / inhabitants of the Netherlands, rounded up.',
    ],
  ),
  step(
    'programmabureau',
    waiting,
    ['Wat wacht op de regietafel', 'What waits at the national table'],
    [
      'Het programmabureau ziet de zaken die op zijn beslissing wachten, met termijn en geschiedenis.',
      'The programme office sees the cases that wait for its decision, with their terms and history.',
    ],
  ),
  step(
    'programmabureau',
    decide,
    ['Besluiten met redenen', 'Decide with reasons'],
    [
      'Het programmabureau besluit een zaak op de landelijke regietafel: welk instrument, en waarom.',
      'The programme office decides a case at the national table: which instrument, and why.',
    ],
  ),
  step(
    'programmabureau',
    decided,
    ['De zaak met haar hele geschiedenis', 'The case with its whole history'],
    [
      'Het bewijs met alle invoer, de treden, het besluit en elke stap, zodat een buitenstaander het kan nalopen.',
      'The evidence with all inputs, the rungs, the decision and every step, so that an outsider can follow it.',
    ],
  ),
];

/** What the explorer opens with. */
export const EXAMPLES: readonly string[] = [province, taakstelling, owed, waiting];
