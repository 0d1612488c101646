import type { CodeListEntry } from './code-list';
import { OWN_WORDS, SINCE_FACTS_BEGIN } from './sources';

/** `FORM`: what kind of dwelling it is. `ORIGIN`: how it comes to be there. */
export type DwellingAspect = 'FORM' | 'ORIGIN';

/** What kind of dwelling (woningtype), or how it comes to be there. */
export interface DwellingKind extends CodeListEntry {
  readonly aspect: DwellingAspect;
}

export const DWELLING_KINDS: readonly DwellingKind[] = (
  [
    ['SELF_CONTAINED', 'zelfstandige woning', 'self-contained dwelling', 'FORM'],
    ['ROOM', 'onzelfstandige woonruimte (kamer)', 'room with shared facilities', 'FORM'],
    ['FLEX', 'flexwoning', 'flexible dwelling', 'FORM'],
    ['STEP_FREE', 'nultredenwoning', 'step-free dwelling', 'FORM'],
    ['CLUSTERED', 'geclusterde woning', 'clustered dwelling', 'FORM'],
    ['CARE_READY', 'zorggeschikte woning', 'dwelling fit for nursing care', 'FORM'],
    ['WHEELCHAIR_ACCESSIBLE', 'rolstoelgeschikte woning', 'wheelchair-accessible dwelling', 'FORM'],
    ['PITCH', 'standplaats', 'caravan pitch', 'FORM'],
    ['LODGING', 'logies', 'lodging', 'FORM'],
    ['NEW_BUILD', 'nieuwbouw', 'new-build', 'ORIGIN'],
    ['TRANSFORMATION', 'transformatie', 'transformation of another building', 'ORIGIN'],
    ['SPLITTING_OR_TOPPING_UP', 'splitsen of optoppen', 'splitting or adding a storey', 'ORIGIN'],
    ['EXISTING_STOCK', 'bestaande voorraad', 'existing stock', 'ORIGIN'],
  ] as const
).map(([code, nl, en, aspect]) => ({ code, nl, en, aspect, ...SINCE_FACTS_BEGIN, source: OWN_WORDS }));
