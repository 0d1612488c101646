import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';

import { type Deployment, ofKind, type Variable } from './kubernetes-manifests';
import { built, kustomizationIn, type Manifest } from './kustomization';
import { filesIn, read, root } from './workspace';

const folder = 'infra/kubernetes';
const overlays = ['one-server', 'cluster'] as const;

describe('the folder of Kubernetes', () => {
  const files = filesIn(folder).map((file) => file.replaceAll('\\', '/'));

  it('holds YAML that can be read', () => {
    const errors = files
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => parseAllDocuments(read(file)))
      .flatMap((document) => document.errors);
    expect(errors).toEqual([]);
  });

  it.each(['base', ...overlays.map((name) => `overlays/${name}`)])(
    'names in %s every file that is there',
    (place) => {
      const { resources, patches = [], configMapGenerator = [] } = kustomizationIn(`${folder}/${place}`);
      const envs = configMapGenerator.flatMap((one) => one.envs);
      const told = [
        'kustomization.yaml',
        ...resources,
        ...patches.flatMap(({ path }) => path ?? []),
        ...envs,
      ];
      const there = files
        .filter((file) => file.startsWith(`${folder}/${place}/`))
        .map((file) => file.slice(`${folder}/${place}/`.length));
      expect(told.filter((file) => !file.startsWith('..')).sort()).toEqual([...there].sort());
    },
  );

  const kubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
  (kubectl ? it : it.skip).each(overlays)('is built by kubectl into what is judged here: %s', (overlay) => {
    const { stdout, status } = spawnSync('kubectl', ['kustomize', `${folder}/overlays/${overlay}`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const theirs = parseAllDocuments(stdout).map((document) => document.toJS() as Manifest);
    const specOf = (manifests: readonly Manifest[], name: string) =>
      ofKind<Deployment>('Deployment', manifests).find(({ metadata }) => metadata.name === name)?.spec
        .template.spec;
    const ours = built(`${folder}/overlays/${overlay}`).manifests;
    for (const { metadata } of ofKind('Deployment', ours)) {
      const [mine, made] = [ours, theirs].map((all) =>
        JSON.parse(JSON.stringify(specOf(all, metadata.name) ?? {}, sorted)),
      );
      expect(withoutNames(mine)).toEqual(withoutNames(made));
    }
  });
});

/** The order of variables means nothing. */
const sorted = (key: string, value: unknown): unknown =>
  key === 'env' && Array.isArray(value)
    ? [...value].sort((a: Variable, b: Variable) => (a.name < b.name ? -1 : 1))
    : value;

/** What only Kustomize knows: the tag of the image, the hash in the name of the settings, labels in selectors of spreading. */
const withoutNames = (spec: unknown): unknown =>
  JSON.parse(
    JSON.stringify(spec)
      .replaceAll(/"intekenboek:[\d.]+"/g, '"intekenboek"')
      .replaceAll(/"settings-\w+"/g, '"settings"'),
  );
