import { conflict, input, notFound } from './rejection-sentences';

/** What a commitment must hold: rule 6.2. */
export const COMMITMENT_REJECTIONS = {
  COMMITMENT_ALREADY_ADDED: conflict(
    'Afspraak {commitmentId} bestaat al met een andere inhoud. Wijzig haar, of kies een nieuw kenmerk.',
    'Commitment {commitmentId} exists already with another content. Revise it, or choose a new id.',
  ),
  COMMITMENT_UNKNOWN: notFound(
    'Afspraak {commitmentId} staat niet in deze tekst.',
    'Commitment {commitmentId} is not in this text.',
  ),
  DEBTOR_NOT_SIGNATORY: input(
    'De partij die dit belooft ({partyId}) ondertekent niet. Alleen een ondertekenaar kan iets beloven.',
    'The party that promises this ({partyId}) does not sign. Only a signatory can promise something.',
  ),
  CREDITOR_MISSING: input(
    'Er staat niet bij aan wie dit beloofd is. Noem minstens één partij, of het publiek.',
    'It does not say to whom this is promised. Name at least one party, or the public.',
  ),
  CREDITOR_NOT_SIGNATORY: input(
    'De partij aan wie dit beloofd is ({partyId}) ondertekent niet. Neem een ondertekenaar, of het publiek.',
    'The party to whom this is promised ({partyId}) does not sign. Take a signatory, or the public.',
  ),
  CREDITOR_IS_DEBTOR: input(
    'Een partij kan iets niet alleen aan zichzelf beloven. Noem ook een andere partij, of het publiek.',
    'A party cannot promise something to itself alone. Name another party too, or the public.',
  ),
  CREDITOR_REPEATED: input(
    'Een partij staat twee keer bij aan wie dit beloofd is. Laat haar één keer staan.',
    'A party is named twice among those to whom this is promised. Name it once.',
  ),
  RESULT_KIND_UNKNOWN: input(
    'Resultaatsoort {code} bestaat niet op {date}. Kies er een uit de lijst RESULT_KINDS.',
    'Result kind {code} does not exist on {date}. Choose one from the list RESULT_KINDS.',
  ),
  MEASURE_UNFIT: input(
    'De maat {measure} past niet bij {resultKind}. Mogelijk zijn: {fitting}.',
    'The measure {measure} does not fit {resultKind}. Possible are: {fitting}.',
  ),
  AMOUNT_NOT_POSITIVE: input(
    'Het getal bij {field} is {amount}, en dat is te weinig. Noem een getal boven nul; een correctie mag nul zijn.',
    'The number at {field} is {amount}, which is too little. Name a number above nought; a correction may be nought.',
  ),
  AMOUNT_NOT_WHOLE: input(
    'Het getal bij {field} is {amount}, maar dit telt u in hele getallen.',
    'The number at {field} is {amount}, but this is counted in whole numbers.',
  ),
  AMOUNT_TOO_LARGE: input(
    'Het getal bij {field} is groter dan {max}. Controleer het.',
    'The number at {field} is larger than {max}. Check it.',
  ),
  BAND_INVERTED: input(
    'De bandbreedte loopt van {min} tot {max}. Het minimum moet kleiner zijn dan het maximum.',
    'The band runs from {min} to {max}. The least must be smaller than the most.',
  ),
  SHARE_OUT_OF_RANGE: input(
    'Een aandeel van {percent} procent bestaat niet. Noem een percentage tot en met 100, bij een afspraak boven 0.',
    'A share of {percent} percent does not exist. Name a percentage up to 100, for a commitment above 0.',
  ),
  SHARES_MIXED: input(
    '30 procent heeft twee betekenissen die nooit gemengd worden: een aandeel van de woningen die er al staan in een gemeente, en een aandeel van wat er nieuw wordt gebouwd in een regio. {resultKind} gaat over: {expected}, maar er staat “{denominator}”.',
    '30 percent has two meanings that are never mixed: a share of the dwellings that stand in a municipality, and a share of what is newly built in a region. {resultKind} is about: {expected}, but it says “{denominator}”.',
  ),
  PERIOD_INVERTED: input(
    'De afspraak eindigt ({deadline}) voordat zij begint ({from}). Controleer de data.',
    'The commitment ends ({deadline}) before it begins ({from}). Check the dates.',
  ),
  PERIOD_OUTSIDE_TERM: input(
    '{date} valt buiten de looptijd van de afspraken, {termFrom} tot en met {termUntil}.',
    '{date} lies outside the term of the agreement, {termFrom} to {termUntil}.',
  ),
  TERRITORY_UNKNOWN: input(
    'Grondgebied {territory} bestaat niet op {date}. Schrijf GM en vier cijfers, PV en twee cijfers, of NL.',
    'Territory {territory} does not exist on {date}. Write GM and four digits, PV and two digits, or NL.',
  ),
  TERRITORY_OUTSIDE_PARTIES: input(
    '{territory} ligt niet in het gebied van de partijen ({territories}).',
    '{territory} does not lie in the territory of the parties ({territories}).',
  ),
  THEME_UNKNOWN: input(
    'Thema {code} bestaat niet op {date}. Kies er een uit de lijst THEMES.',
    'Theme {code} does not exist on {date}. Choose one from the list THEMES.',
  ),
  TARGET_GROUP_UNKNOWN: input(
    'Aandachtsgroep {code} bestaat niet op {date}. Kies er een uit de lijst TARGET_GROUPS.',
    'Target group {code} does not exist on {date}. Choose one from the list TARGET_GROUPS.',
  ),
  TARGET_GROUP_REPEATED: input(
    'Een aandachtsgroep staat er twee keer. Laat haar één keer staan.',
    'A target group is named twice. Name it once.',
  ),
  PRICE_SEGMENT_UNKNOWN: input(
    'Prijssegment {code} bestaat niet op {date}. Kies er een uit de lijst PRICE_SEGMENTS.',
    'Price segment {code} does not exist on {date}. Choose one from the list PRICE_SEGMENTS.',
  ),
  DWELLING_KIND_UNKNOWN: input(
    'Woningtype {code} bestaat niet op {date}. Kies er een uit de lijst DWELLING_KINDS.',
    'Dwelling kind {code} does not exist on {date}. Choose one from the list DWELLING_KINDS.',
  ),
  YEAR_SLICES_WITHOUT_WHOLE: input(
    'De maat {measure} is niet over jaren te verdelen. Laat de jaarschijven weg.',
    'The measure {measure} cannot be divided over years. Leave the year slices out.',
  ),
  YEAR_SLICE_OUTSIDE_PERIOD: input(
    'Jaar {year} valt buiten de periode van de afspraak, {from} tot en met {deadline}.',
    'Year {year} lies outside the period of the commitment, {from} to {deadline}.',
  ),
  YEAR_SLICE_REPEATED: input(
    'Jaar {year} staat er twee keer. Tel de twee bij elkaar op.',
    'Year {year} is named twice. Add the two up.',
  ),
  YEAR_SLICES_DO_NOT_SUM: input(
    'De jaren tellen op tot {sum}, maar de afspraak is {whole}. Maak ze gelijk.',
    'The years add up to {sum}, but the commitment is {whole}. Make them equal.',
  ),
  COUNTS_WITHOUT_MEASURE: input(
    'Een inspanning is niet te meten en telt nergens voor mee. Noem een resultaat, of haal de koppeling weg.',
    'An effort cannot be measured and counts towards nothing. Name a result, or take the link away.',
  ),
  COUNTS_TOWARDS_REPEATED: input(
    'Dezelfde opgave staat er twee keer: een woning telt maar één keer mee.',
    'The same target is named twice: a dwelling counts once only.',
  ),
} as const;
