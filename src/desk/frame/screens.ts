import {
  IconArticle,
  IconFiles,
  IconHistory,
  IconLayoutDashboard,
  IconMessages,
  IconNews,
  IconPhoto,
  IconSettings,
  IconTags,
  IconTextSpellcheck,
  IconUserCircle,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Capability } from '../../api/shapes/session.ts';
import type { Words } from '../words/use-words.ts';

/** One entry of the rail, the phone's bar and the palette. */
export interface ScreenEntry {
  to:
    | '/'
    | '/stories'
    | '/front'
    | '/media'
    | '/replies'
    | '/terms'
    | '/pages'
    | '/users'
    | '/style'
    | '/settings'
    | '/audit'
    | '/me';
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
  { to: '/front', name: 'front', icon: IconNews },
  { to: '/media', name: 'media', icon: IconPhoto, isMain: true },
  {
    to: '/replies',
    name: 'replies',
    icon: IconMessages,
    needs: 'comment.moderate',
    isMain: true,
  },
  { to: '/terms', name: 'terms', icon: IconTags },
  { to: '/pages', name: 'pages', icon: IconFiles, needs: 'page.edit' },
  { to: '/users', name: 'users', icon: IconUsers, needs: 'user.edit' },
  { to: '/style', name: 'style', icon: IconTextSpellcheck, needs: 'style.edit' },
  { to: '/settings', name: 'settings', icon: IconSettings, needs: 'settings.edit' },
  { to: '/audit', name: 'audit', icon: IconHistory, needs: 'settings.edit' },
  { to: '/me', name: 'me', icon: IconUserCircle },
];
