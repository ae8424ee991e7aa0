import { useSyncExternalStore } from 'react';
import { failureOf } from './api.js';

export type RegistryHealth = 'unknown' | 'answering' | 'failing';

let health: RegistryHealth = 'unknown';
const listeners = new Set<() => void>();

const become = (next: RegistryHealth) => {
  health = next;
  for (const listener of listeners) listener();
};

export const registryAnswered = (): void => become('answering');

/** A refused identifier says nothing about the registry. */
export const registryRefused = (error: unknown): void => {
  if (/^(?:registry|proxy)-/.test(failureOf(error).code)) become('failing');
};

export const useRegistryHealth = (): RegistryHealth =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => health,
  );
