/** What class-validator says, in Dutch. A message of an own rule that is not here stays in English. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^must be a UUID$/, 'moet een UUID zijn'],
  [/^should not be empty$/, 'mag niet leeg zijn'],
  [/^must be a string$/, 'moet tekst zijn'],
  [/^must be an integer number$/, 'moet een geheel getal zijn'],
  [/^must be a number.*$/, 'moet een getal zijn'],
  [/^must be a boolean value$/, 'moet ja of nee zijn (true of false)'],
  [/^must be an array$/, 'moet een lijst zijn'],
  [/^must be a positive number$/, 'moet groter zijn dan nul'],
  [/^must not be less than (.+)$/, 'mag niet kleiner zijn dan $1'],
  [/^must not be greater than (.+)$/, 'mag niet groter zijn dan $1'],
  [/^must be shorter than or equal to (\d+) characters$/, 'mag hoogstens $1 tekens lang zijn'],
  [/^must be longer than or equal to (\d+) characters$/, 'moet minstens $1 tekens lang zijn'],
  [/^must contain at least (\d+) elements$/, 'moet minstens $1 regels hebben'],
  [/^must contain no more than (\d+) elements$/, 'mag hoogstens $1 regels hebben'],
  [/^All .+'s elements must be unique$/, 'mag niets dubbel bevatten'],
  [/^must match (.+) regular expression$/, 'moet de vorm $1 hebben'],
  [/^must be one of the following values: (.+)$/, 'moet een van deze waarden zijn: $1'],
];

/** The Dutch of a message, which for a list may begin with "each value in ". */
export function constraintInDutch(message: string): string {
  const each = /^each value in (?:\w+ )?/.exec(message)?.[0] ?? '';
  const rule = message.slice(each.length);
  const found = SENTENCES.find(([pattern]) => pattern.test(rule));
  if (found === undefined) return message;
  return (each === '' ? '' : 'elke regel ') + rule.replace(found[0], found[1]);
}
