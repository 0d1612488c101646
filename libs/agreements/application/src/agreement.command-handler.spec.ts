import type { DraftAgreement } from '@intekenboek/agreements-domain';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { type CommandMeta, FEED_START, type PartyId } from '@intekenboek/event-sourcing-core';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';

import { agreementCommandHandler } from './agreement.command-handler';
import {
  CORPORATION,
  day,
  draftData,
  FakePartyDirectory,
  homes,
  KINDS,
  land,
  MUNICIPALITY,
  partyNamed,
  TENANTS,
} from './agreement.fixtures';
import { agreementIdOf } from './agreement-id';

const by = (partyId: PartyId, overrides: Partial<CommandMeta> = {}): CommandMeta =>
  commandMeta({ actor: someone({ partyId, partyKind: KINDS.get(partyId) ?? 'EMPLOYER' }), ...overrides });

describe('the commands of agreements', () => {
  const open = () => {
    const eventStore = new InMemoryEventStore();
    const directory = new FakePartyDirectory();
    return { eventStore, directory, commands: agreementCommandHandler(eventStore, directory) };
  };
  const draft = (data: Partial<DraftAgreement['data']> = {}, meta = by(CORPORATION)) =>
    ({ type: 'DraftAgreement', meta, data: { ...draftData, ...data } }) as const;
  const of = { agreementId: draftData.agreementId };

  it('look up who the signatories are, each once', async () => {
    const { commands, directory } = open();
    const signatoryIds = [MUNICIPALITY, CORPORATION, TENANTS, TENANTS];
    await expect(commands.draft(draft({ signatoryIds }))).rejects.toMatchObject({
      code: 'SIGNATORY_REPEATED',
    });
    expect(directory.asked).toEqual([MUNICIPALITY, CORPORATION, TENANTS]);
  });

  it('refuse a signatory whom nobody registered, by name', async () => {
    const nobody = partyNamed('nobody');
    const { commands } = open();
    await expect(
      commands.draft(draft({ signatoryIds: [MUNICIPALITY, CORPORATION, nobody] })),
    ).rejects.toMatchObject({ code: 'PARTY_UNKNOWN', details: { partyId: nobody } });
  });

  it('refuse a signatory that has ended, naming its successor', async () => {
    const { commands, directory } = open();
    const successor = partyNamed('successor');
    directory.change(TENANTS, { endedOn: day('2026-01-01'), successorIds: [successor] });
    await expect(commands.draft(draft())).rejects.toMatchObject({
      code: 'PARTY_ENDED',
      details: { partyId: TENANTS, endedOn: '2026-01-01', successorIds: [successor] },
    });
  });

  it('answer a draft that is sent again as the first time, also when the register has changed', async () => {
    const { commands, directory } = open();
    const command = draft();
    const first = await commands.draft(command);
    directory.change(TENANTS, { endedOn: day('2026-01-01') });
    expect(await commands.draft(command)).toEqual({ ...first, isUnchanged: true });
  });

  it('refuse an id that was used for another wish', async () => {
    const { commands } = open();
    const command = draft();
    await commands.draft(command);
    await expect(
      commands.draft({ ...command, data: { ...command.data, title: 'Anders' } }),
    ).rejects.toMatchObject({
      code: 'COMMAND_ID_REUSED',
    });
  });

  it('carry an agreement from draft to force, in one stream, the last two events at once', async () => {
    const { commands, eventStore } = open();
    await commands.draft(draft());
    for (const commitment of [land, homes]) {
      await commands.addCommitment({
        type: 'AddCommitment',
        meta: by(CORPORATION),
        data: { ...of, commitment },
      });
    }
    await commands.propose({ type: 'ProposeAgreement', meta: by(CORPORATION), data: of });
    const { events } = await eventStore.readStream(`agreement-${of.agreementId}`);
    const { contentHash } = events.at(-1)?.data as { contentHash: string };
    const read = { ...of, textVersion: 1, contentHash };
    const signed = [];
    for (const party of draftData.signatoryIds) {
      signed.push(await commands.sign({ type: 'SignAgreement', meta: by(party), data: read }));
    }
    expect(signed.map(({ revision }) => revision)).toEqual([4, 5, 7]);
    const feed = await eventStore.readAll(FEED_START, 100);
    expect(feed.map(({ type }) => type)).toEqual([
      'AgreementDrafted',
      'CommitmentAdded',
      'CommitmentAdded',
      'AgreementProposed',
      'AgreementSigned',
      'AgreementSigned',
      'AgreementSigned',
      'AgreementEnteredIntoForce',
    ]);
  });

  it('let all sign at once: every signature counts and one brings it into force', async () => {
    const { commands, eventStore } = open();
    await commands.draft(draft());
    for (const commitment of [land, homes]) {
      await commands.addCommitment({
        type: 'AddCommitment',
        meta: by(CORPORATION),
        data: { ...of, commitment },
      });
    }
    await commands.propose({ type: 'ProposeAgreement', meta: by(CORPORATION), data: of });
    const { events } = await eventStore.readStream(`agreement-${of.agreementId}`);
    const { contentHash } = events.at(-1)?.data as { contentHash: string };
    const read = { ...of, textVersion: 1, contentHash };
    // Two processes on one log: they do not know of one another's queue.
    const other = agreementCommandHandler(eventStore, new FakePartyDirectory());
    await Promise.all(
      draftData.signatoryIds.map((party, index) =>
        (index % 2 === 0 ? commands : other).sign({ type: 'SignAgreement', meta: by(party), data: read }),
      ),
    );
    const types = (await eventStore.readAll(FEED_START, 100)).map(({ type }) => type);
    expect(types.filter((type) => type === 'AgreementSigned')).toHaveLength(3);
    expect(types.filter((type) => type === 'AgreementEnteredIntoForce')).toHaveLength(1);
  });
});

describe('the id of a drafted agreement', () => {
  it('follows from the command, so that drafting again gives the same', () => {
    const { commandId } = by(CORPORATION);
    expect(agreementIdOf(commandId)).toBe(agreementIdOf(commandId));
    expect(agreementIdOf(commandId)).not.toBe(agreementIdOf(by(CORPORATION).commandId));
    expect(agreementIdOf(commandId)).not.toBe(commandId);
  });
});
