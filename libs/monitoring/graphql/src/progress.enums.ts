import { PROGRESS_STATES } from '@intekenboek/monitoring-domain';
import { enumOf } from '@intekenboek/platform-nest';
import { registerEnumType } from '@nestjs/graphql';

export const ProgressStateEnum = enumOf(PROGRESS_STATES);
registerEnumType(ProgressStateEnum, {
  name: 'ProgressState',
  description: 'How a promise or a target stands on a day (stand van de voortgang).',
  valuesMap: {
    NOT_DUE: {
      description: 'Nothing is expected yet, or it waits in time for another (nog niet aan de orde).',
    },
    NO_DATA: { description: 'Something is expected and nothing was told for too long (geen gegevens).' },
    ON_TRACK: { description: 'As much as expected, and the forecast reaches it (op schema).' },
    AT_RISK: { description: 'The forecast misses, or a lag is too short to count (risico).' },
    LAGGING: { description: 'Below the threshold for long enough (achterblijvend).' },
    SEVERELY_LAGGING: { description: 'Far below the threshold for long enough (ernstig achterblijvend).' },
    BLOCKED: { description: 'Behind, because another party is late (opgehouden).' },
    FULFILLED: { description: 'Reached (nagekomen).' },
    MISSED: { description: 'The last day has passed and it was not reached (niet gehaald).' },
  },
});

export const CommitmentSideEnum = enumOf(['OWED_BY_US', 'OWED_TO_US'] as const);
registerEnumType(CommitmentSideEnum, {
  name: 'CommitmentSide',
  description: 'On which side of a commitment your party stands (kant van de afspraak).',
  valuesMap: {
    OWED_BY_US: { description: 'Your party owes it (wij zijn het schuldig).' },
    OWED_TO_US: { description: 'It is owed to your party (anderen zijn het ons schuldig).' },
  },
});
