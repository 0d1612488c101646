import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cyclesIn, importGraphOf } from './import-cycles';
import { filesIn, projectFolders, root } from './workspace';

describe('imports between files', () => {
  let folder: string;
  const plant = (files: Readonly<Record<string, string>>): string[] =>
    Object.entries(files).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
  const waysAround = (files: readonly string[]) =>
    cyclesIn(importGraphOf(files)).map((way) => way.map((file) => relative(folder, file)));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'intekenboek-cycle-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are found when they go around, through three files', () => {
    const files = plant({
      'a.ts': "import { b } from './b';\nexport const a = () => b;",
      'b.ts': "export * from './c';\nexport const b = 1;",
      'c.ts': "import { a } from './a';\nexport const c = () => a;",
    });
    expect(waysAround(files)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']]);
  });

  it('are found when they go around by types alone', () => {
    const files = plant({
      'a.ts': "import type { B } from './b';\nexport interface A { b: B }",
      'b.ts': "export interface B { a: import('./a').A }",
    });
    expect(waysAround(files)).toEqual([['a.ts', 'b.ts', 'a.ts']]);
  });

  it('are left alone when two files share a third', () => {
    const files = plant({
      'a.ts': "import './c';\nimport './b';",
      'b.ts': "import './c';",
      'c.ts': 'export const c = 1;',
    });
    expect(waysAround(files)).toEqual([]);
  });

  it.each(projectFolders)('never go around in %s', (project) => {
    const files = filesIn(project).filter((file) => file.endsWith('.ts'));
    const cycles = cyclesIn(importGraphOf(files.map((file) => join(root, file))));
    expect(cycles.map((way) => way.map((file) => relative(join(root, project), file)).join(' → '))).toEqual(
      [],
    );
  });
});
