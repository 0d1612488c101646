import { calendarDate, type Clock, instant } from '@intekenboek/event-sourcing-core';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { ReferenceDataModule } from './reference-data.module';
import { MunicipalityType } from './territory.types';

const clock: Clock = {
  now: () => instant('2026-11-21T09:00:00.000Z'),
  today: () => calendarDate('2026-11-21'),
};

/** What another context does to show its own facts at a municipality. */
@Resolver(() => MunicipalityType)
class LettersResolver {
  @ResolveField(() => Int, { description: 'Letters in its name (letters).' })
  letters(@Parent() { name }: MunicipalityType): number {
    return name.length;
  }
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ imports: [ReferenceDataModule], providers: [LettersResolver], clock });
});
afterAll(() => api.close());

/** Everything here is asked without a token. */
async function answerTo<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await api.ask<Data>(query, { variables });
  expect(errors).toBeUndefined();
  return data;
}
const refusalOf = async (query: string, language: 'nl' | 'en' = 'en') =>
  (await api.ask(query, { language })).errors?.[0];

describe('asking for provinces', () => {
  it('gives all twelve to anyone', async () => {
    const { provinces } = await answerTo<{ provinces: object[] }>('{ provinces { code name } }');
    expect(provinces).toHaveLength(12);
    expect(provinces[0]).toEqual({ code: 'PV20', name: 'Groningen' });
  });

  it('gives the municipalities of one on a day, and of today when no day is named', async () => {
    const query = `{ province(code: "PV27") {
      name
      then: municipalities(on: "2021-01-01") { code }
      now: municipalities { code province { code } }
    } }`;
    const { province } = await answerTo<{ province: { name: string; then: object[]; now: object[] } }>(query);
    expect([province.name, province.then.length, province.now.length]).toEqual(['Noord-Holland', 47, 44]);
    expect(province.now[0]).toEqual({ code: 'GM0358', province: { code: 'PV27' } });
  });

  it('gives nothing under the code of a municipality', async () => {
    expect(await answerTo('{ province(code: "GM0363") { name } }')).toEqual({ province: null });
  });
});

describe('asking for municipalities', () => {
  it.each([
    ['2021-01-01', 352],
    ['2022-01-01', 345],
    ['2022-03-24', 344],
    ['2023-01-01', 342],
    [null, 342],
  ])('gives those of %s: %i', async (on, count) => {
    const query = 'query($on: CalendarDate) { municipalities(on: $on) { code name provinceCode validFrom } }';
    const { municipalities } = await answerTo<{ municipalities: object[] }>(query, { on });
    expect(municipalities).toHaveLength(count);
  });

  it('gives those of one province', async () => {
    const query = '{ municipalities(on: "2022-01-01", provinceCode: "PV24") { name provinceCode } }';
    const { municipalities } = await answerTo<{ municipalities: { provinceCode: string }[] }>(query);
    expect(municipalities.map(({ provinceCode }) => provinceCode)).toEqual(Array(6).fill('PV24'));
  });

  it('gives one that has ended as it was on its day, with where it went', async () => {
    const query = `{ municipality(code: "GM0457", on: "2022-03-23") {
      name province { name } validFrom validUntil successorCode bordersSince
    } }`;
    expect(await answerTo(query)).toEqual({
      municipality: {
        name: 'Weesp',
        province: { name: 'Noord-Holland' },
        validFrom: '2021-01-01',
        validUntil: '2022-03-23',
        successorCode: 'GM0363',
        bordersSince: '2022-01-01',
      },
    });
    expect(await answerTo('{ municipality(code: "GM0457") { name } }')).toEqual({ municipality: null });
  });

  it('takes fields that another context adds', async () => {
    expect(await answerTo('{ municipality(code: "GM0363") { name letters } }')).toEqual({
      municipality: { name: 'Amsterdam', letters: 9 },
    });
  });

  it('counts inhabitants within the borders of the day that was asked for', async () => {
    const query = `query($on: CalendarDate!) { municipality(code: "GM0363", on: $on) {
      population(on: "2021-01-01") { inhabitants date isForChecks parts { name inhabitants } source }
    } }`;
    const own = { name: 'Amsterdam', inhabitants: 873338 };
    const known = { date: '2021-01-01', isForChecks: true, source: expect.stringContaining('CBS') as string };
    expect(await answerTo(query, { on: '2022-01-01' })).toEqual({
      municipality: { population: { inhabitants: 873338, parts: [own], ...known } },
    });
    expect(await answerTo(query, { on: '2022-07-01' })).toEqual({
      municipality: {
        population: { inhabitants: 893783, parts: [own, { name: 'Weesp', inhabitants: 20445 }], ...known },
      },
    });
  });

  it('sums to the national total in any borders', async () => {
    const query =
      'query($on: CalendarDate) { municipalities(on: $on) { population(on: "2021-01-01") { inhabitants } } }';
    for (const on of ['2021-01-01', '2022-01-01', '2022-07-01', '2026-11-21']) {
      const { municipalities } = await answerTo<{
        municipalities: { population: { inhabitants: number } }[];
      }>(query, { on });
      expect(municipalities.reduce((sum, { population }) => sum + population.inhabitants, 0)).toBe(
        17_475_415,
      );
    }
  });

  it('has no inhabitants for a day without a count, and marks the newest figure as not for checks', async () => {
    const query = `{ municipality(code: "GM1982") {
      unknown: population(on: "2022-01-01") { inhabitants }
      newest: population { inhabitants date isForChecks parts { code } }
    } }`;
    expect(await answerTo(query)).toEqual({
      municipality: {
        unknown: null,
        newest: { inhabitants: expect.any(Number) as number, date: null, isForChecks: false, parts: [] },
      },
    });
  });
});

describe('a question that the facts cannot answer', () => {
  it('is told how a code is written', async () => {
    expect(await refusalOf('{ municipality(code: "363") { name } }')).toMatchObject({
      message: expect.stringContaining('GM0363') as string,
      extensions: { code: 'BAD_USER_INPUT', reason: 'TERRITORY_CODE_INVALID', details: { text: '363' } },
    });
  });

  it('is told that there is no such territory, in Dutch to who asks in Dutch', async () => {
    expect(await refusalOf('{ municipalities(provinceCode: "PV99") { name } }', 'nl')).toMatchObject({
      message: expect.stringContaining('geen gebied met de code PV99') as string,
      extensions: { code: 'BAD_USER_INPUT', reason: 'TERRITORY_UNKNOWN' },
    });
  });

  it('is told from when there are facts', async () => {
    expect(await refusalOf('{ municipalities(on: "2020-12-31") { name } }')).toMatchObject({
      message: 'Nothing is known about 2020-12-31. Ask about 2021-01-01 or later.',
      extensions: { code: 'BAD_USER_INPUT', reason: 'DATE_BEFORE_FACTS' },
    });
  });
});

describe('asking for a code list', () => {
  it('gives the codes of the day in the order of the list', async () => {
    const query = `{ codeList(name: TARGET_GROUPS) { code nl en kind parentCode validFrom validUntil source } }`;
    const { codeList } = await answerTo<{ codeList: object[] }>(query);
    expect(codeList).toHaveLength(16);
    expect(codeList.find((entry) => 'code' in entry && entry.code === 'LEAVING_YOUTH_CARE')).toEqual({
      code: 'LEAVING_YOUTH_CARE',
      nl: 'uitstroom uit jeugdzorg',
      en: 'people leaving youth care',
      kind: 'SUB_GROUP',
      parentCode: 'LEAVING_INSTITUTION',
      validFrom: '2021-01-01',
      validUntil: null,
      source: expect.stringContaining('8 July 2021') as string,
    });
  });

  it('gives the unit of a result kind, and of what a share is a share', async () => {
    const query = '{ codeList(name: RESULT_KINDS) { code unit countsPersons shareOf kind } }';
    const { codeList } = await answerTo<{ codeList: object[] }>(query);
    expect(codeList).toContainEqual({
      code: 'STOCK_SHARE',
      unit: 'PERCENT',
      countsPersons: false,
      shareOf: 'bestaande woningvoorraad',
      kind: null,
    });
  });

  it('reads as it was called on that day', async () => {
    const query = 'query($on: CalendarDate) { codeList(name: PRICE_SEGMENTS, on: $on) { code nl } }';
    const before = await answerTo<{ codeList: object[] }>(query, { on: '2025-12-31' });
    const after = await answerTo<{ codeList: object[] }>(query, { on: '2026-01-01' });
    expect([before.codeList.length, after.codeList.length]).toEqual([6, 6]);
    expect(after.codeList).not.toEqual(before.codeList);
  });

  it.each(['THEMES', 'UNITS', 'DWELLING_KINDS'])('gives %s', async (name) => {
    const query = 'query($name: CodeListName!) { codeList(name: $name) { code } }';
    expect((await answerTo<{ codeList: object[] }>(query, { name })).codeList.length).toBeGreaterThan(5);
  });

  it('gives the rent boundaries of a year, and none for a year that is not known', async () => {
    const query = `query($year: Int!) { rentBoundaries(year: $year) {
      function nl cents definition isConfirmed validFrom validUntil
    } }`;
    const { rentBoundaries } = await answerTo<{ rentBoundaries: object[] }>(query, { year: 2026 });
    expect(rentBoundaries).toHaveLength(5);
    expect(rentBoundaries[1]).toEqual({
      function: 'LOW_CAP',
      nl: 'lage aftoppingsgrens 2026',
      cents: 71302,
      definition: 'SINCE_2026',
      isConfirmed: true,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    expect(await answerTo(query, { year: 2027 })).toEqual({ rentBoundaries: [] });
  });
});

describe('the schema of the facts', () => {
  it('describes every type, field and argument, with the Dutch term', async () => {
    const query = `{ __schema { types { name description fields { name description args { name description } } } } }`;
    const { __schema } = await answerTo<{ __schema: { types: Described[] } }>(query);
    const ours =
      /^(Query|Province|Municipality|Population|PopulationPart|CodeListEntry|RentBoundary|CodeListName)$/;
    const types = __schema.types.filter(({ name }) => ours.test(name));
    const told = types.flatMap((type) => [
      ...(type.name === 'Query' ? [] : [type]),
      ...(type.fields ?? []).flatMap((field) => [field, ...(field.args ?? [])]),
    ]);
    expect(types).toHaveLength(8);
    expect(told.filter(({ description }) => !/\(.+\)/.test(description ?? ''))).toEqual([]);
  });
});

interface Described {
  readonly name: string;
  readonly description: string | null;
  readonly fields?: readonly Described[] | null;
  readonly args?: readonly Described[];
}
