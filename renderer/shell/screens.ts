import type { ComponentType } from 'react';

/** In the order of the digits that go there. */
export const screenIds = ['desk', 'audit', 'settings', 'watch', 'requests'] as const;
export type ScreenId = (typeof screenIds)[number];

/** The screens themselves come from app.tsx: the shell knows none of them. */
export type Screens = Readonly<Record<ScreenId | 'signIn', ComponentType>>;
