import { publicError } from './public-error';

type Part = 'string' | 'number';
type Parts<Kinds extends readonly Part[]> = {
  readonly [I in keyof Kinds]: Kinds[I] extends 'string' ? string : number;
};

/** An opaque cursor from the values by which the list is sorted; the last of them must be unique. */
export const encodeCursor = (sortKey: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(sortKey)).toString('base64url');

/** The sort key again: `decodeCursor(after, ['string', 'number'])`. @throws BAD_USER_INPUT for any other text. */
export function decodeCursor<const Kinds extends readonly Part[]>(
  cursor: string,
  kinds: Kinds,
): Parts<Kinds> {
  const parts = parsed(cursor);
  const fits =
    Array.isArray(parts) &&
    parts.length === kinds.length &&
    kinds.every((kind, index) => typeof parts[index] === kind);
  if (!fits) throw publicError('CURSOR_INVALID', cursorInvalid, { field: 'after' });
  return parts as unknown as Parts<Kinds>;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const cursorInvalid = {
  code: 'BAD_USER_INPUT',
  nl: 'Deze bladwijzer (after) hoort niet bij deze lijst. Gebruik een cursor uit een eerder antwoord.',
  en: 'This cursor (after) does not belong to this list. Use a cursor from an earlier answer.',
} as const;
