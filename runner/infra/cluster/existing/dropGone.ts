import type { Api } from '../../../world/kubernetes/call.ts';
import type { Ledger } from './ledger.ts';
import { accessOf } from './names.ts';
import { ownNamespace } from './place.ts';

/** Strikes from the ledger the places of a cluster that are no more. */
export async function dropGone(api: Api, ledger: Ledger, identity: string): Promise<void> {
  const here = ledger.list().filter((each) => each.identity === identity);
  await Promise.all(
    here.map(async ({ session, namespace }) => {
      const names = [namespace, accessOf(namespace)];
      const found = await Promise.all(names.map((name) => ownNamespace(api, session, name)));
      if (found.every((each) => each === undefined)) ledger.drop({ namespace });
    }),
  );
}
