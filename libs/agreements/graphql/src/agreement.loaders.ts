import type { AgreementStore, CommitmentWithReports, PartyNameRow } from '@intekenboek/agreements-read-model';
import type { RequestContext } from '@intekenboek/platform-nest';
import DataLoader from 'dataloader';

/** What several fields of one answer look up together, once. */
export interface AgreementLoaders {
  /** The commitments of an agreement that the reader may see. */
  readonly commitments: DataLoader<string, readonly CommitmentWithReports[]>;
  /** Undefined for a party that the read model does not know (yet). */
  readonly names: DataLoader<string, PartyNameRow | undefined>;
}

const loadersOfRequest = new WeakMap<RequestContext, AgreementLoaders>();

/** The loaders of this request. They live as long as it does, so that no answer holds what is older. */
export function loadersFor(context: RequestContext, store: AgreementStore): AgreementLoaders {
  const known = loadersOfRequest.get(context);
  if (known !== undefined) return known;
  const loaders: AgreementLoaders = {
    commitments: new DataLoader(async (ids) => {
      const found = await store.commitmentsOf(ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    names: new DataLoader(async (ids) => {
      const found = await store.namesOf(ids);
      return ids.map((id) => found.get(id));
    }),
  };
  loadersOfRequest.set(context, loaders);
  return loaders;
}
