import { Product, walkThrough } from '@intekenboek/product-testing';

const AMSTERDAM_POPULATION = 873_338 + 20_445;

// Each start is a process of its own, and these machines may be busy.
jest.setTimeout(180_000);

describe('the three users, on a fresh demonstration', () => {
  const product = new Product();
  beforeAll(() => product.start());
  afterAll(() => product.remove());

  it('find a page in Dutch and in English that tells what runs here', async () => {
    for (const [language, words] of [
      ['nl', 'Gemeenten vandaag'],
      ['en', 'Municipalities today'],
    ] as const) {
      const page = await product.get(`/?lang=${language}`);
      expect(page.status).toBe(200);
      const text = await page.text();
      expect(text).toContain(`lang="${language}"`);
      expect(text).toContain(words);
      expect(text).toContain('342');
    }
  });

  it('find health that says alive and ready', async () => {
    expect((await product.get('/health/live')).status).toBe(200);
    expect((await product.get('/health/ready')).status).toBe(200);
  });

  it('see 342 municipalities in 12 provinces', async () => {
    const { data } = await product.ask<{ municipalities: unknown[]; provinces: unknown[] }>(
      '{ municipalities { code } provinces { code } }',
    );
    expect([data.municipalities.length, data.provinces.length]).toEqual([342, 12]);
  });

  it('can do every step of the walk-through in order, and again without a second effect', async () => {
    for (const times of ['the first time', 'again']) {
      for (const step of walkThrough) {
        const answer = await product.ask(step.query, step.person);
        expect({ times, step: step.name, errors: answer.errors }).toEqual({
          times,
          step: step.name,
          errors: undefined,
        });
        if (times === 'again' && /^mutation/m.test(step.query)) {
          const acts = Object.values(answer.data as Record<string, { unchanged: boolean }>);
          expect(acts.every(({ unchanged }) => unchanged)).toBe(true);
        }
      }
    }
  });

  it('can compute the taakstelling of 2022-H2 again by hand, for the nation and for a municipality', async () => {
    const { data } = await product.ask<{
      targets: {
        edges: {
          node: {
            quantity: number;
            apportionment: { weightTotal: number; sumOfParts: number };
            parts: { territory: string; weight: number; quantity: number }[];
          };
        }[];
      };
    }>(
      `{ targets(halfYear: "2022-H2") { edges { node { quantity
          apportionment { weightTotal sumOfParts } parts { territory weight quantity } } } } }`,
    );
    const [target] = data.targets.edges.map(({ node }) => node);
    if (target === undefined) throw new Error('There is no taakstelling 2022-H2.');
    const { quantity, apportionment, parts } = target;
    expect([quantity, apportionment.weightTotal, parts.length]).toEqual([13_500, 17_475_415, 344]);
    const byHand = parts.map(({ weight }) => Math.ceil((13_500 * weight) / 17_475_415));
    expect(parts.map((part) => part.quantity)).toEqual(byHand);
    expect(apportionment.sumOfParts).toBe(byHand.reduce((sum, part) => sum + part, 0));
    expect(apportionment.sumOfParts).toBeGreaterThan(13_500);
    expect(parts.find(({ territory }) => territory === 'GM0363')).toMatchObject({
      weight: AMSTERDAM_POPULATION,
      quantity: Math.ceil((13_500 * AMSTERDAM_POPULATION) / 17_475_415),
    });
  });

  it('learn nothing about an agreement of others, not even whether it exists', async () => {
    const [first] = walkThrough;
    const id = /agreementId: "([^"]+)"/.exec(first?.query ?? '')?.[1];
    const show = (agreement: string | undefined, person?: string) =>
      product.ask(`{ agreement(id: "${agreement}") { title } }`, person);
    const nobodys = '00000000-0000-4000-8000-000000000000';
    expect((await show(id, 'corporatie')).data).toMatchObject({ agreement: { title: expect.any(String) } });
    for (const outsider of [undefined, 'coa']) {
      expect(await show(id, outsider)).toEqual(await show(nobodys, outsider));
    }
    const act = (agreement: string | undefined) =>
      product.ask(
        `mutation { withdrawProposal(input: { commandId: "${nobodys}", agreementId: "${agreement}", reason: "Zomaar een poging" }) { id } }`,
        'coa',
      );
    expect(await act(id)).toEqual(await act(nobodys));
  });

  it('find at least sixty agreements in force over twenty municipalities, and cases on both routes', async () => {
    const { data } = await product.ask<{
      agreements: { totalCount: number };
      agreed: { totalCount: number };
      statutory: { totalCount: number };
    }>(
      `{ agreements(status: IN_FORCE, first: 1) { totalCount }
         agreed: escalations(route: AGREED, first: 1) { totalCount }
         statutory: escalations(route: STATUTORY, first: 1) { totalCount } }`,
      'programmabureau',
    );
    expect(data.agreements.totalCount).toBeGreaterThanOrEqual(60);
    expect(data.agreed.totalCount).toBeGreaterThan(5);
    expect(data.statutory.totalCount).toBeGreaterThan(50);
  });

  it('find on every type and field of the API what it means, with the Dutch term', async () => {
    interface Described {
      readonly name: string;
      readonly description: string | null;
    }
    interface Type extends Described {
      readonly fields: readonly (Described & { readonly args: readonly Described[] })[] | null;
      readonly inputFields: readonly Described[] | null;
    }
    const { data } = await product.ask<{ __schema: { types: readonly Type[] } }>(
      `{ __schema { types { name description inputFields { name description }
          fields { name description args { name description } } } } }`,
    );
    const builtIn = /^__|^(String|Int|Float|Boolean|ID|Query|Mutation)$/;
    const own = data.__schema.types.filter(({ name }) => !builtIn.test(name));
    const roots = data.__schema.types.filter(({ name }) => /^(Query|Mutation)$/.test(name));
    const parts = [...own, ...roots].flatMap((type) => [
      ...(type.fields ?? []).flatMap((field) => [
        [`${type.name}.${field.name}`, field.description] as const,
        // The one argument of a mutation is described by its type.
        ...field.args
          .filter(({ name }) => name !== 'input')
          .map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg.description] as const),
      ]),
      ...(type.inputFields ?? []).map((field) => [`${type.name}.${field.name}`, field.description] as const),
    ]);
    const all = [...own.map(({ name, description }) => [name, description] as const), ...parts];
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(([, description]) => !description).map(([name]) => name)).toEqual([]);
    const withoutTerm = parts.filter(([, description]) => !/\(.+\)/.test(description ?? ''));
    expect(withoutTerm.map(([name]) => name)).toEqual([]);
  });
});
