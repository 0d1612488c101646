const ENUM_FIELDS = new Set(['kind', 'visibility', 'instrument']);
const LINE_LENGTH_MAX = 90;

/** A value as GraphQL writes it, over several lines where it is long. Nulls are left out; some fields hold enum values. */
export function literal(value: unknown, indent = '', field = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, inner));
    return enclosed('[', items, ']', indent);
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([key, part]) => `${key}: ${literal(part, inner, key)}`);
    return enclosed('{ ', parts, ' }', indent);
  }
  if (typeof value === 'string' && ENUM_FIELDS.has(field)) return value;
  return JSON.stringify(value);
}

function enclosed(open: string, parts: readonly string[], close: string, indent: string): string {
  const line = `${open}${parts.join(', ')}${close}`;
  if (line.length <= LINE_LENGTH_MAX && !line.includes('\n')) return line;
  return [open.trim(), ...parts.map((part) => `${indent}  ${part}`), `${indent}${close.trim()}`].join('\n');
}
