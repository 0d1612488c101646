import { inDomain, inGraphql, longFunction, type Plant, type Violation } from './planted.fixtures';

const plant = (title: string, wanted: RegExp, text: string, path = inDomain): Violation => ({
  title,
  wanted,
  text: `${text}\n`,
  path,
});

const eleven = Array.from({ length: 10 }, (_, index) => `if (n === ${index}) return ${index};`).join('\n');

export const refused: readonly Violation[] = [
  plant('a function of 80 lines', /^max-lines-per-function/, longFunction(80)),
  plant(
    'a function of 80 lines in a script',
    /^max-lines-per-function/,
    longFunction(80).replace(/: [^)]*\): void/, ')'),
    'tools/planted.mjs',
  ),
  plant('a file of 301 lines', /^max-lines:/, 'export const planted = [\n' + '  1,\n'.repeat(299) + '];'),
  plant(
    'five parameters',
    /^max-params/,
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => a + b + c + d + e;',
  ),
  plant(
    'a fourth level',
    /^max-depth/,
    'export function f(a: boolean) { if (a) { if (a) { while (a) { if (a) return; } } } }',
  ),
  plant(
    'eleven ways through a function',
    /^complexity/,
    `export function f(n: number) { ${eleven}\nreturn n; }`,
  ),
  plant('any', /no-explicit-any/, 'export const f = (x: any): void => void x;'),
  plant(
    'a value that is promised to be there',
    /no-non-null-assertion/,
    'export const f = (x?: string) => x!;',
  ),
  plant('a field that is promised to be filled', /^no-restricted-syntax/, 'export class A { a!: string; }'),
  plant(
    'a variable that is promised to be filled',
    /^no-restricted-syntax/,
    'let a!: string;\nexport const f = () => a;',
  ),
  plant(
    'an import of types as if of values',
    /consistent-type-imports/,
    "import { Decider } from '@intekenboek/event-sourcing-core';\nexport type A = Decider<never, never, never>;",
  ),
  plant(
    'a promise that nobody waits for',
    /no-floating-promises/,
    'const work = async () => 1;\nexport const f = () => {\n  work();\n};',
  ),
  plant(
    'a case that is missing',
    /switch-exhaustiveness-check/,
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }",
  ),
  plant(
    'a default in place of a case',
    /switch-exhaustiveness-check/,
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; default: return 2; } }",
  ),
  plant(
    'a default beside all cases',
    /switch-exhaustiveness-check/,
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; case 'b': return 2; default: return 3; } }",
  ),
  plant(
    'a promise that leaves its try',
    /return-await/,
    'const work = async () => 1;\nexport async function f() { try { return work(); } catch { return 2; } }',
  ),
  plant('a text that is thrown', /only-throw-error/, "export const f = () => { throw 'x'; };"),
  plant('a default export', /^no-restricted-exports/, 'export default 1;'),
  plant('a default export of a script', /^no-restricted-exports/, 'export default 1;', 'tools/planted.mjs'),
  plant('FIXME', /^no-warning-comments/, '// FIXME: later.\nexport const a = 1;'),
  plant('printing in a library', /^no-console/, "export const f = () => console.log('x');", inGraphql),
  plant(
    'a rule that is switched off for nothing',
    /Unused eslint/,
    '// eslint-disable-next-line complexity -- no reason\nexport const a = 1;',
  ),
];

const inSpec = 'libs/parties/domain/src/planted.spec.ts';
const chapter = (lines: number) =>
  `describe('a', () => {\n${"  it('b', () => expect(1).toBe(1));\n".repeat(lines)}});\n`;
const injected = `import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ScalarClass } from './planted-neighbour';

@Injectable()
export class Planted {
  constructor(readonly other: ScalarClass) {}
}

@InputType()
export class Input {
  @Field(() => String)
  name!: string;
}
`;

export const accepted: readonly Plant[] = [
  { title: 'a function of 70 lines', path: inDomain, text: longFunction(68) },
  {
    title: 'a table of 401 lines',
    path: 'libs/parties/domain/src/planted.data.ts',
    text: `export const t = [\n${'  1,\n'.repeat(399)}];\n`,
  },
  { title: 'a chapter of 200 rules', path: inSpec, text: chapter(200) },
  { title: 'a `!` in a spec', path: inSpec, text: 'export const f = (x: string[]): string => x[0]!;\n' },
  { title: 'fields that GraphQL fills, and the class that injection needs', path: inGraphql, text: injected },
  {
    title: 'the default export of a configuration',
    path: 'libs/parties/domain/planted.config.mjs',
    text: 'export default {};\n',
  },
];
