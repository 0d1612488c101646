import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preProcessFile } from 'typescript';

/** Per file the files that it imports, type-only imports too: those also make two files one piece. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The graph of relative imports between these TypeScript files (absolute paths). */
export function importGraphOf(files: readonly string[]): ImportGraph {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = preProcessFile(readFileSync(file, 'utf8'), true, true);
      const targets = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => join(dirname(file), fileName))
        .map((path) => [`${path}.ts`, join(path, 'index.ts'), path].find((target) => known.has(target)));
      return [file, targets.filter((target) => target !== undefined)];
    }),
  );
}

/** Every ring of files that import one another, each found once, as the way around: `['a', 'b', 'a']`. */
export function cyclesIn(graph: ImportGraph): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) cycles.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
