import { IconArticle, IconLayoutDashboard, type TablerIcon } from '@tabler/icons-react';
import type { Capability } from '../../api/shapes/session.ts';
import type { Words } from '../words/use-words.ts';

/** One entry of the rail, the phone's bar and the palette. */
export interface ScreenEntry {
  to: '/' | '/stories';
  name: keyof Words['nav'];
  icon: TablerIcon;
  /** Whom it is shown to; everybody unless told. */
  needs?: Capability;
  /** Stands in the phone's bar itself. */
  isMain?: boolean;
}

export const screens: readonly ScreenEntry[] = [
  { to: '/', name: 'today', icon: IconLayoutDashboard, isMain: true },
  { to: '/stories', name: 'stories', icon: IconArticle, isMain: true },
];
