import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf, projectFolders, read, root, runScript } from './workspace';

interface Place {
  readonly scope: string;
  readonly type: string;
}
const placesOf = (folders: readonly string[]): readonly (Place | null)[] =>
  runScript('places.mjs', folders) as readonly (Place | null)[];

describe('the place of a project', () => {
  const places = placesOf(projectFolders);

  // A misspelt tag is not an error to Nx: its rules just never speak about that project.
  it.each(projectFolders.map((folder, index) => [folder, places[index]] as const))(
    '%s carries the tags of its folder: one known scope and one known layer',
    (folder, place) => {
      expect(place).not.toBeNull();
      expect(manifestOf(folder).nx?.tags).toEqual([place?.scope, place?.type]);
    },
  );

  it('is refused where the layer is misspelt, the context is unknown or the folder is elsewhere', () => {
    const folders = [
      'libs/agreements/domian',
      'libs/helpers/domain',
      'libs/agreements',
      'packages/x',
      'libs/agreements/domain/deeper',
    ];
    expect(placesOf(folders)).toEqual(folders.map(() => null));
  });

  it('follows from its folder', () => {
    expect(placesOf(['libs/parties/graphql', 'libs/event-sourcing/adapter-sqlite', 'apps/relay'])).toEqual([
      { scope: 'scope:parties', type: 'type:api' },
      { scope: 'scope:event-sourcing', type: 'type:adapter' },
      { scope: 'scope:apps', type: 'type:app' },
    ]);
  });
});

describe('a project', () => {
  it.each(projectFolders)('%s has the scripts that every project has', (folder) => {
    const { scripts = {} } = manifestOf(folder);
    const wanted = ['lint', 'test', 'typecheck', ...(folder.startsWith('test/') ? [] : ['build'])];
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(wanted));
  });

  it.each(projectFolders)('%s is named after its folder, is private and has the licence', (folder) => {
    const [kind, ...names] = folder.split('/');
    const { name, private: isPrivate, license } = manifestOf(folder);
    expect({ name, isPrivate, license }).toEqual({
      name: `@intekenboek/${kind === 'libs' ? names.join('-') : names[0]}`,
      isPrivate: true,
      license: 'EUPL-1.2',
    });
  });

  it.each(projectFolders.filter((folder) => folder.startsWith('libs/')))('%s has one entrance', (folder) => {
    expect(manifestOf(folder).exports).toEqual({
      '.': { '@intekenboek/source': './src/index.ts', default: './dist/index.js' },
    });
  });

  // The whole tree is type-checked as one program: a project that had its own options would escape them there.
  it.each(projectFolders)('%s is compiled under the same strict options as all', (folder) => {
    const up = folder.replace(/[^/]+/g, '..');
    expect(JSON.parse(read(join(folder, 'tsconfig.json')))).toEqual({
      extends: `${up}/tsconfig.base.json`,
      include: ['src/**/*.ts'],
    });
  });
});

describe('the workspace', () => {
  const { scripts = {} } = manifestOf('.');

  it('has every script that its documents name', () => {
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining([
        'start',
        'test',
        'bench',
        'build',
        'lint',
        'typecheck',
        'format',
        'format:check',
      ]),
    );
  });

  it.each(Object.entries(scripts).filter(([, command]) => / tools\//.test(command)))(
    'has the program of npm script %s',
    (_, command) => {
      const [program = ''] = /tools\/\S+/.exec(command) ?? [];
      expect(existsSync(join(root, program))).toBe(true);
    },
  );
});
