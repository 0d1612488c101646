// The forms of the values in messages. What stands behind `@` goes into the JSON Schemas, and so do the sentences.

/**
 * A UUID in small letters (kenmerk).
 * @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
 */
export type Uuid = string;

/**
 * A day on the calendar of the Netherlands, `yyyy-mm-dd` (dag).
 * @format date
 */
export type Day = string;

/**
 * A moment with its time zone (moment).
 * @format date-time
 */
export type Moment = string;

/**
 * A municipality (GM….), a province (PV..) or the country (NL) (gebiedscode).
 * @pattern ^(GM\d{4}|PV\d{2}|NL)$
 */
export type TerritoryCode = string;
