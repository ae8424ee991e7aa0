import type { ComponentType } from 'react';

export const screenIds = ['desk', 'audit', 'requests', 'settings', 'watch'] as const;
export type ScreenId = (typeof screenIds)[number];

/** The screens themselves come from app.tsx: the shell knows none of them. */
export type Screens = Readonly<Record<ScreenId | 'signIn', ComponentType>>;
