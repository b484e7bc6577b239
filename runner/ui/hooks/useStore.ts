import { useSyncExternalStore } from 'react';
import type { Store } from '../store.ts';

/** A store's value, drawn again whenever it changes. */
export const useStore = <Value>(store: Store<Value>): Value => useSyncExternalStore(store.subscribe, store.get);
