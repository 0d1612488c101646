import type { InboundProblem } from '@intekenboek/messaging-application';

/** The largest text that is read, in bytes: that of a CloudEvent (NL GOV profile). */
export const TEXT_BYTES_MAX = 64 * 1_024;
/** How deep objects and lists may lie in one another. */
export const DEPTH_MAX = 20;

/** What stands in a text, or why it is not read. */
export type Parsed = { readonly value: unknown } | { readonly problem: InboundProblem };

/** Large and deep texts cost nothing: they are refused before anything is done with them. */
export function parsed(text: string): Parsed {
  if (Buffer.byteLength(text) > TEXT_BYTES_MAX) return { problem: tooLarge };
  if (depthOf(text) > DEPTH_MAX) return { problem: tooDeep };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: notJson };
  }
}

/** Counted on the text in one pass, so that nothing deep is ever made. Brackets within quotes do not count. */
function depthOf(text: string): number {
  let [depth, deepest, isQuoted] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) index += letter === '\\' ? 1 : 0;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, (depth += 1));
    else if (letter === '}' || letter === ']') depth -= 1;
  }
  return deepest;
}

const problem = (code: string, nl: string, en: string): InboundProblem => ({
  code,
  field: '',
  message: { nl, en },
});

const tooLarge = problem(
  'MESSAGE_TOO_LARGE',
  'Dit bericht is groter dan 64 KB. Verdeel het, of verwijs naar een stuk.',
  'This message is larger than 64 KB. Split it, or refer to a document.',
);
const tooDeep = problem(
  'MESSAGE_TOO_DEEP',
  `In dit bericht zitten objecten of lijsten meer dan ${DEPTH_MAX} diep in elkaar. Maak het vlakker.`,
  `In this message objects or lists lie more than ${DEPTH_MAX} deep in one another. Make it flatter.`,
);
const notJson = problem(
  'MESSAGE_NOT_JSON',
  'Dit is geen JSON. Stuur een CloudEvent in JSON (structured mode).',
  'This is not JSON. Send a CloudEvent in JSON (structured mode).',
);
