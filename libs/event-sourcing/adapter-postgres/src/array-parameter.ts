/** Numbers of PostgreSQL's types, for the head of a binary array. */
const TEXT = 25;
const INTEGER = 23;
const HEAD_BYTES = 20;
const NULL_LENGTH = -1;

/**
 * A `text[]` as PostgreSQL sends it itself. The array in words that `pg` makes would escape every quote of every JSON
 * text, and the server would undo it again.
 */
export function textArray(values: readonly (string | null | undefined)[]): Buffer {
  const lengths = values.map((value) => (value == null ? NULL_LENGTH : Buffer.byteLength(value)));
  const bytes = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), HEAD_BYTES);
  const buffer = beginArray(TEXT, values.length, bytes);
  let offset = HEAD_BYTES;
  for (const [index, value] of values.entries()) {
    const length = lengths[index] ?? NULL_LENGTH;
    offset = buffer.writeInt32BE(length, offset);
    if (value != null) offset += buffer.write(value, offset, length);
  }
  return buffer;
}

/** An `integer[]` as PostgreSQL sends it itself. */
export function integerArray(values: readonly number[]): Buffer {
  const buffer = beginArray(INTEGER, values.length, HEAD_BYTES + 8 * values.length);
  let offset = HEAD_BYTES;
  for (const value of values) offset = buffer.writeInt32BE(value, buffer.writeInt32BE(4, offset));
  return buffer;
}

/** One dimension, counted from 1; the flag says that there may be nulls. */
function beginArray(type: number, count: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(bytes);
  [1, 1, type, count, 1].forEach((word, index) => buffer.writeInt32BE(word, index * 4));
  return buffer;
}
