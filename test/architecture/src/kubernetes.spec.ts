import { readSettings } from '@intekenboek/product-composition';
import { SERVICE_LIMITS } from '@intekenboek/platform-telemetry';

import {
  healthPaths,
  knownSettings,
  managementPorts,
  publicPort,
  verifyingServices,
} from './deployed-program';
import { type Container, type Deployment, ofKind, type Policy, type Variable } from './kubernetes-manifests';
import { built, kustomizationIn, type Manifest, manifestsIn } from './kustomization';
import { manifestOf, read } from './workspace';

const folder = 'infra/kubernetes';
const overlays = ['one-server', 'cluster'] as const;

const isComponent = (manifest: Manifest, name: string): boolean =>
  JSON.stringify(manifest['spec']).includes(`"matchLabels":{"app.kubernetes.io/component":"${name}"}`);

describe.each(overlays)('the overlay %s', (overlay) => {
  const { manifests, settings, images } = built(`${folder}/overlays/${overlay}`);
  const deployments = ofKind<Deployment>('Deployment', manifests);
  const named = deployments.map((deployment) => {
    const { spec } = deployment.spec.template;
    return { name: deployment.metadata.name, deployment, pod: spec, container: spec.containers[0] };
  });
  const breaking = (rule: (one: (typeof named)[number]) => boolean) =>
    named.filter((one) => !rule(one)).map(({ name }) => name);
  const environmentOf = ({ env }: Container): Readonly<Record<string, string>> => ({
    ...settings,
    ...Object.fromEntries(env.map(({ name, value, valueFrom }) => [name, value ?? secretFor(valueFrom)])),
  });
  const secretFor = (from: Variable['valueFrom']): string => {
    const { name = '', key = '' } = from?.secretKeyRef ?? {};
    if (key !== 'url') return 'secret';
    return name.endsWith('-postgres') ? 'postgres://host/database' : 'kurrentdb://host:2113';
  };

  it('runs every service that runs apart and has something to do there', () => {
    const expected = Object.keys(managementPorts).filter((name) => overlay === 'cluster' || name !== 'relay');
    expect(named.map(({ name }) => name).sort()).toEqual(expected.sort());
    expect(breaking(({ name, container }) => container.args.join() === `apps/${name}/dist/main.js`)).toEqual(
      [],
    );
  });

  it('gives them only settings that a program reads', () => {
    const given = named.flatMap(({ container }) => Object.keys(environmentOf(container)));
    expect(given.filter((setting) => !knownSettings.has(setting))).toEqual([]);
  });

  it('starts nothing before who runs it has said who that is', () => {
    for (const { container } of named) {
      expect(() => readSettings({ ...environmentOf(container), KAFKA_BROKERS: 'a:1' }, '/')).toThrow(
        'INTEKENBOEK_OIN',
      );
    }
  });

  it('gives them settings that the program accepts then', () => {
    for (const { name, container } of named) {
      const env = { ...environmentOf(container), INTEKENBOEK_OIN: '00000001234567890000' };
      const { eventStore, readModels, kafka, isDemonstration } = readSettings(env, '/');
      expect({ isDemonstration, readModels: readModels.kind, eventStore: eventStore.kind }).toEqual({
        isDemonstration: false,
        readModels: 'POSTGRES',
        eventStore: overlay === 'cluster' ? 'KURRENTDB' : 'POSTGRES',
      });
      if (name === 'relay')
        expect(kafka).toMatchObject({ ssl: true, replicas: 3, sasl: { username: 'secret' } });
    }
  });

  it('listens and is asked at the ports that are its own', () => {
    const portOf = ({ ports }: Container, name: string) =>
      String(ports.find((port) => port.name === name)?.containerPort);
    for (const { name, container, deployment } of named) {
      const env = environmentOf(container);
      const own = managementPorts[name];
      expect({ name, said: env['MANAGEMENT_PORT'], open: portOf(container, 'management') }).toEqual({
        name,
        said: own,
        open: own,
      });
      expect(deployment.spec.template.metadata.annotations).toMatchObject({
        'prometheus.io/port': own,
        'prometheus.io/path': healthPaths.metrics,
      });
      expect(env).toMatchObject({ HOST: '0.0.0.0', MANAGEMENT_HOST: '0.0.0.0' });
    }
    const [api] = named.filter(({ name }) => name === 'api');
    expect(api && [environmentOf(api.container)['PORT'], portOf(api.container, 'http')]).toEqual([
      publicPort,
      publicPort,
    ]);
  });

  it('asks whether it lives and whether it is ready where it tells so, and does not restart who only waits', () => {
    for (const { container } of named) {
      const { startupProbe, livenessProbe, readinessProbe } = container;
      for (const probe of [startupProbe, livenessProbe]) {
        expect(probe.httpGet).toEqual({ path: healthPaths.live, port: 'management' });
      }
      expect(readinessProbe.httpGet).toEqual({ path: healthPaths.ready, port: 'management' });
      const patienceMs = startupProbe.periodSeconds * startupProbe.failureThreshold * 1_000;
      expect(patienceMs).toBeGreaterThanOrEqual(SERVICE_LIMITS.startMs);
    }
  });

  it('gives each longer to stop than it may take', () => {
    const stopSeconds = (SERVICE_LIMITS.stopMs + SERVICE_LIMITS.drainMs) / 1_000;
    const isEnough = ({ pod, container }: (typeof named)[number]) =>
      pod.terminationGracePeriodSeconds > stopSeconds + (container.lifecycle?.preStop.sleep.seconds ?? 0);
    expect(breaking(isEnough)).toEqual([]);
  });

  it('runs two or more of each, and lets no maintenance take the last one', () => {
    const scaled = ofKind<Manifest & { readonly spec: { readonly minReplicas: number } }>(
      'HorizontalPodAutoscaler',
      manifests,
    );
    const replicasOf = ({ metadata, spec }: Deployment) =>
      spec.replicas ?? scaled.find((one) => one.metadata.name === metadata.name)?.spec.minReplicas ?? 1;
    expect(breaking(({ deployment }) => replicasOf(deployment) >= 2)).toEqual([]);
    const budgets = ofKind('PodDisruptionBudget', manifests);
    expect(breaking(({ name }) => budgets.some((budget) => isComponent(budget, name)))).toEqual([]);
  });

  it('gives nobody a right that it does not need', () => {
    for (const { name, pod, container } of named) {
      expect({ name, context: pod.securityContext }).toMatchObject({
        name,
        context: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: {
          requests: { cpu: expect.any(String), memory: expect.any(String) },
          limits: { memory: expect.any(String) },
        },
      });
      expect(pod.automountServiceAccountToken).toBe(false);
    }
    const accounts = ofKind<Manifest>('ServiceAccount', manifests);
    expect(accounts.map(({ metadata }) => metadata.name).sort()).toEqual(
      named.map(({ pod }) => pod.serviceAccountName).sort(),
    );
    expect(accounts.every((account) => account['automountServiceAccountToken'] === false)).toBe(true);
  });

  it('runs the image of this version as the user of the image', () => {
    const { version } = manifestOf('.') as unknown as { readonly version: string };
    expect(breaking(({ container }) => images[container.image] === version)).toEqual([]);
    expect(read('infra/images/Dockerfile')).toMatch(/^USER 10001:10001$/m);
  });

  it('mounts the volumes that it has, and has none besides', () => {
    for (const { pod, container } of named) {
      const mounted = container.volumeMounts.map(({ name }) => name);
      expect(mounted.sort()).toEqual(pod.volumes.map(({ name }) => name).sort());
      expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toContain(
        settings['INTEKENBOEK_DATA'],
      );
    }
  });

  it('holds no secret, and refers only to those that the example fills', () => {
    expect(ofKind('Secret', manifests)).toEqual([]);
    const filled = manifestsIn(`${folder}/examples/external-secrets.yaml`).flatMap((one) =>
      [...JSON.stringify(one['spec']).matchAll(/"secretKey":"(\w+)"/g)].map(
        ([, key]) => `${one.metadata.name} ${key}`,
      ),
    );
    const used = named.flatMap(({ container }) =>
      container.env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ name, key }) => !filled.includes(`${name} ${key}`))).toEqual([]);
    const plain = Object.keys(settings).filter((setting) =>
      /PASSWORD|DATABASE_URL|KURRENTDB_URL|SECRET/.test(setting),
    );
    expect(plain).toEqual([]);
  });

  it('lets only requests to the api and questions about figures in', () => {
    const policies = ofKind<Policy>('NetworkPolicy', manifests);
    const nothing = policies.find(({ metadata }) => metadata.name === 'nothing-by-default');
    expect(nothing?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    const open = policies
      .flatMap(({ spec }) => spec.ingress ?? [])
      .flatMap(({ ports }) => ports.map(({ port }) => port));
    expect(open.sort()).toEqual(['http', 'management']);
    const http = policies.find(({ spec }) =>
      spec.ingress?.some(({ ports }) => ports.some(({ port }) => port === 'http')),
    );
    expect(http?.spec.podSelector.matchLabels).toEqual({ 'app.kubernetes.io/component': 'api' });
  });

  it('lets the services reach every server that their settings name', () => {
    const policies = ofKind<Policy>('NetworkPolicy', manifests);
    const reached = policies
      .flatMap(({ spec }) => spec.egress ?? [])
      .flatMap(({ ports }) => ports.map(({ port }) => String(port)));
    const set = [settings['OTEL_EXPORTER_OTLP_ENDPOINT'], settings['KAFKA_BROKERS']].flatMap(
      (value) => /:(\d+)$/.exec(value ?? '')?.[1] ?? [],
    );
    const servers = overlay === 'cluster' ? ['5432', '2113'] : ['5432'];
    expect(reached).toEqual(expect.arrayContaining([...set, ...servers, '53', '443']));
  });

  it('lets who verifies tokens reach their issuer', () => {
    const toIssuer = ofKind<Policy>('NetworkPolicy', manifests).filter(({ spec }) =>
      spec.egress?.some(({ ports }) => ports.some(({ port }) => port === 443)),
    );
    const allowed = toIssuer.flatMap(({ spec }) => spec.podSelector.matchExpressions?.[0]?.values ?? []);
    expect([...allowed].sort()).toEqual([...verifyingServices].sort());
  });

  it('puts no label of ours on pods of others', () => {
    const { labels = [] } = kustomizationIn(`${folder}/base`);
    expect(labels.filter(({ includeSelectors }) => includeSelectors)).toEqual([]);
    const others = ofKind<Policy>('NetworkPolicy', manifests).flatMap(({ spec }) =>
      (spec.egress ?? []).flatMap(({ to }) =>
        to.flatMap(({ podSelector }) => Object.keys(podSelector?.matchLabels ?? {})),
      ),
    );
    expect(others.filter((label) => label.startsWith('app.kubernetes.io/'))).toEqual([]);
  });

  it('chooses with every selector pods that are there', () => {
    const labels = deployments.map(
      ({ spec }) => spec.template.metadata.labels['app.kubernetes.io/component'],
    );
    const chosen = manifests.flatMap((one) =>
      [
        ...JSON.stringify(one['spec'] ?? {}).matchAll(
          /"(?:matchLabels|selector)":\{"app\.kubernetes\.io\/component":"(\w+)"\}/g,
        ),
      ].map(([, name]) => name),
    );
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.filter((name) => !labels.includes(name))).toEqual([]);
  });
});
