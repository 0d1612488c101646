import { execFileSync } from 'node:child_process';

import { curlFor } from './curl';

/** What a shell makes of the last word of the command: the body that is sent. */
function bodyOf(query: string): unknown {
  const command = curlFor({ origin: 'http://localhost:4000', token: 'a.b.c', query });
  const words = execFileSync('/bin/sh', ['-c', command.replace(/^curl/, `printf '%s\\0'`)], {
    encoding: 'utf8',
  });
  return JSON.parse(words.split('\0').at(-2) ?? '');
}

describe('a command to paste', () => {
  it('asks a plain question on one line', () => {
    expect(bodyOf('{\n  parties {\n    name\n  }\n}\n')).toEqual({ query: '{ parties { name } }' });
  });

  it.each([
    `{ party(name: "'s-Hertogenbosch $HOME \`id\` \\\\") { id } }`,
    '{ a # comment\n b }',
    `{ a(b: "x  y") }`,
  ])('asks %s as it stands, whatever a shell would make of it', (query) => {
    expect(bodyOf(query)).toEqual({ query });
  });
});
