import type { CodeListEntry } from './code-list';
import { REPORT_2021, SINCE_FACTS_BEGIN } from './sources';

/**
 * `GROUP`: one of the nine of the report. `SUB_GROUP`: part of one of them. `CROSS_CUTTING`: runs through all of
 * them, or is there for the balance.
 */
export type TargetGroupKind = 'GROUP' | 'SUB_GROUP' | 'CROSS_CUTTING';

/**
 * People for whom housing is hard to find (aandachtsgroep). They fit more than one group: what is counted for two
 * carries both labels and counts once in a total.
 */
export interface TargetGroup extends CodeListEntry {
  readonly kind: TargetGroupKind;
  /** The group that a sub-group is part of; null for all others. */
  readonly parentCode: string | null;
}

type Row = readonly [code: string, nl: string, en: string];

const groups: readonly Row[] = [
  ['LABOUR_MIGRANTS', 'arbeidsmigranten', 'labour migrants'],
  ['HOMELESS_PEOPLE', 'dak- en thuisloze mensen', 'homeless people'],
  ['OLDER_PEOPLE', 'ouderen', 'older people'],
  [
    'SOCIAL_URGENCY',
    'sociaal urgenten en dreigend daklozen',
    'people in social need and at risk of homelessness',
  ],
  [
    'MEDICAL_URGENCY',
    'medisch urgenten en rolstoelafhankelijken',
    'people in medical need and wheelchair users',
  ],
  ['STATUS_HOLDERS', 'statushouders', 'refugees with a residence permit'],
  ['STUDENTS', 'studenten', 'students'],
  ['LEAVING_INSTITUTION', 'uitstroom uit een intramurale situatie', 'people leaving an institution'],
  ['CARAVAN_DWELLERS', 'woonwagenbewoners', 'caravan dwellers'],
];

const leavingInstitution: readonly Row[] = [
  ['LEAVING_SHELTERED_HOUSING', 'uitstroom uit beschermd wonen', 'people leaving sheltered housing'],
  ['LEAVING_DETENTION', 'uitstroom uit detentie', 'people leaving detention'],
  ['LEAVING_FORENSIC_CARE', 'uitstroom uit forensische zorg', 'people leaving forensic care'],
  ['LEAVING_YOUTH_CARE', 'uitstroom uit jeugdzorg', 'people leaving youth care'],
  ['LEAVING_MENTAL_HEALTH_CARE', 'uitstroom uit de GGZ', 'people leaving mental health care'],
];

const crossCutting: readonly Row[] = [
  ['YOUNG_ADULTS_18_23', '18- tot 23-jarigen', 'young adults of 18 to 23'],
  ['REGULAR_HOME_SEEKERS', 'reguliere woningzoekenden', 'regular home seekers'],
];

/** The nine target groups of the report, the sub-groups of one of them, and the two that run through all. */
export const TARGET_GROUPS: readonly TargetGroup[] = [
  ...groups.map((row) => entry(row, 'GROUP', null)),
  ...leavingInstitution.map((row) => entry(row, 'SUB_GROUP', 'LEAVING_INSTITUTION')),
  ...crossCutting.map((row) => entry(row, 'CROSS_CUTTING', null)),
];

function entry([code, nl, en]: Row, kind: TargetGroupKind, parentCode: string | null): TargetGroup {
  return { code, nl, en, kind, parentCode, ...SINCE_FACTS_BEGIN, source: REPORT_2021 };
}
