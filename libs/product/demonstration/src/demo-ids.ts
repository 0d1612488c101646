import { type PartyId, type PersonId, uuidOf } from '@intekenboek/event-sourcing-core';

/** The same name gives the same id at every load, so that a load that was broken off can go on. */
export const demoId = (name: string): string => uuidOf(`demo:${name}`);

export const demoPartyId = (name: string): PartyId => demoId(`party:${name}`) as PartyId;

export const demoPersonId = (name: string): PersonId => demoId(`person:${name}`) as PersonId;

export const PROGRAMME = demoPartyId('programme');
export const MINISTRY = demoPartyId('ministry');
export const COA = demoPartyId('coa');

export const corporationId = (index: number): PartyId => demoPartyId(`corporation:${index}`);
export const careProviderId = (index: number): PartyId => demoPartyId(`care-provider:${index}`);
export const careOfficeId = (index: number): PartyId => demoPartyId(`care-office:${index}`);
export const tenantsId = (municipality: string): PartyId => demoPartyId(`tenants:${municipality}`);
/** A municipality or province by its code. */
export const territoryPartyId = (code: string): PartyId => demoPartyId(`territory:${code}`);
