import { testDatabase } from '@intekenboek/platform-sql-testing';

import {
  actorOf,
  caseId,
  type EscalationsBench,
  escalationsBench,
  missed,
  type PartyName,
  verdict,
} from './escalations.fixtures';

const id = caseId('Honderd woningen');

describe('who gets to see a case', () => {
  const database = testDatabase();
  let bench: EscalationsBench;
  beforeAll(async () => {
    bench = await escalationsBench(database());
    await bench.run('2026-07-01', verdict('Honderd woningen'), missed);
  }, 60_000);
  afterAll(() => bench.close());

  const QUERY = `query ($id: ID!) {
    escalation(id: $id) { id }
    escalations { totalCount edges { node { id } } }
    municipality(code: "GM0363") { openEscalations { total agreed statutory placedOnRung cases { id } } }
    other: municipality(code: "GM0394") { openEscalations { total } }
  }`;
  interface Seen {
    readonly escalation: { readonly id: string } | null;
    readonly escalations: { readonly totalCount: number; readonly edges: readonly unknown[] };
    readonly municipality: {
      readonly openEscalations: { readonly total: number; readonly cases: readonly unknown[] } | null;
    };
    readonly other: { readonly openEscalations: { readonly total: number } | null };
  }
  const seenBy = (name: PartyName | null) =>
    bench.ask<Seen>(QUERY, name === null ? null : actorOf(name), { id });

  it.each<[PartyName, number, number, number | null]>([
    ['De Sleutel', 1, 1, null],
    ['Gemeente Amsterdam', 2, 2, null],
    ['Provincie Noord-Holland', 2, 2, 0],
    ['Landelijk programma', 2, 2, 0],
    ['Ministerie', 2, 2, 0],
  ])('%s sees %i cases, %i of them open in Amsterdam', async (name, listed, open, elsewhere) => {
    const { escalation, escalations, municipality, other } = await seenBy(name);
    expect(escalation).toEqual({ id });
    expect([escalations.totalCount, escalations.edges.length]).toEqual([listed, listed]);
    expect(municipality.openEscalations?.total).toBe(open);
    expect(municipality.openEscalations?.cases).toHaveLength(open);
    expect(other.openEscalations?.total ?? null).toBe(elsewhere);
  });

  it.each<[PartyName | null]>([['Bouwer Buiten'], ['Provincie Zuid-Holland'], ['Zorg Dichtbij'], [null]])(
    '%s sees nothing',
    async (name) => {
      expect(await seenBy(name)).toEqual({
        escalation: null,
        escalations: { totalCount: 0, edges: [] },
        municipality: { openEscalations: null },
        other: { openEscalations: null },
      });
    },
  );

  it('counts the routes apart', async () => {
    const { municipality } = await seenBy('Provincie Noord-Holland');
    expect(municipality.openEscalations).toMatchObject({ agreed: 1, statutory: 1, placedOnRung: null });
  });

  it('tells an outsider who acts the same of a case and of none', async () => {
    const view = async (escalationId: string) => {
      const { errors } = await bench.act('giveViewOnEscalation', actorOf('Bouwer Buiten'), {
        escalationId,
        text: 'Mag ik ook iets zeggen?',
      });
      return errors?.[0];
    };
    const [existing, none] = [await view(id), await view(caseId('nothing'))];
    expect(existing?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'PARTY_NOT_IN_ESCALATION' });
    expect(none).toEqual(existing);
  });

  it('asks for a token before anything can be done or waits', async () => {
    const { errors } = await bench.api.ask('{ escalationsWaiting { totalCount } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('answers about the whole nation with as few questions as about one municipality', async () => {
    const { municipalities } = await bench.ask<{ municipalities: { openEscalations: object }[] }>(
      '{ municipalities { code openEscalations { total } } }',
      actorOf('Landelijk programma'),
    );
    expect(municipalities).toHaveLength(342);
    expect(municipalities.every(({ openEscalations }) => openEscalations !== null)).toBe(true);
  });

  it('is told by every type and field what it means, with its Dutch term', async () => {
    const { __schema } = await bench.ask<{ __schema: { types: Described[] } }>(
      `{ __schema { types { name description kind fields { name description }
        inputFields { name description } enumValues { name description } } } }`,
      null,
    );
    const ours = __schema.types.filter(({ name }) =>
      /Escalation|^Placement|AcceptPlacement|SetAsidePlacement/.test(name),
    );
    expect(ours.length).toBeGreaterThan(25);
    for (const { name, description, fields, inputFields, enumValues } of ours) {
      const parts = [...(fields ?? []), ...(inputFields ?? []), ...(enumValues ?? [])];
      for (const part of [{ name, description }, ...parts]) {
        const isSaid = /\w{2}.*\([^)]{2,}\)/.test(part.description ?? '');
        expect({ of: name, part: part.name, isSaid }).toEqual({ of: name, part: part.name, isSaid: true });
      }
    }
  });
});

interface Described {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly Part[] | null;
  readonly inputFields: readonly Part[] | null;
  readonly enumValues: readonly Part[] | null;
}
interface Part {
  readonly name: string;
  readonly description: string | null;
}
