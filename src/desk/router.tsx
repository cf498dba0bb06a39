import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiError } from './data/api.ts';
import { queryClient } from './data/query-client.ts';
import { sessionQuery } from './data/use-session.ts';
import { SignInPage } from './entry/sign-in-page.tsx';
import { BrokenScreen, NoSuchScreen } from './frame/broken-screen.tsx';
import { Frame } from './frame/frame.tsx';
import { parseReplyFilters } from './replies/filters.ts';
import { parseFilters } from './stories/filters.ts';
import { TodayScreen } from './today/today-screen.tsx';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
const withToken = (search: Record<string, unknown>) => ({ token: text(search.token) ?? '' });

const root = createRootRoute({
  component: Outlet,
  errorComponent: BrokenScreen,
  notFoundComponent: NoSuchScreen,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string; reset?: boolean } => {
    const to = text(search.to);
    return {
      // Only an address inside the desk: nobody is led elsewhere by a link.
      ...(to !== undefined && /^\/(?![/\\])/.test(to) ? { to } : {}),
      ...(search.reset === true ? { reset: true } : {}),
    };
  },
  component: SignInPage,
});
const accounts = () => import('./entry/new-account-pages.tsx');
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: withToken,
  component: lazyRouteComponent(accounts, 'SetupPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: withToken,
  component: lazyRouteComponent(accounts, 'InvitationPage'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  validateSearch: (search): { token?: string } => {
    const token = text(search.token);
    return token === undefined ? {} : { token };
  },
  component: lazyRouteComponent(accounts, 'ResetPage'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
});
const inFrame = { getParentRoute: () => frame } as const;

const today = createRoute({ ...inFrame, path: '/', component: TodayScreen });
const stories = createRoute({
  ...inFrame,
  path: '/stories',
  validateSearch: parseFilters,
  component: lazyRouteComponent(() => import('./stories/stories-screen.tsx'), 'StoriesScreen'),
});
const story = createRoute({
  ...inFrame,
  path: '/stories/$id',
  component: lazyRouteComponent(() => import('./stories/story-route.tsx'), 'StoryRoute'),
});
const front = createRoute({
  ...inFrame,
  path: '/front',
  component: lazyRouteComponent(() => import('./front/front-screen.tsx'), 'FrontScreen'),
});
const media = createRoute({
  ...inFrame,
  path: '/media',
  validateSearch: (search): { id?: number } =>
    typeof search.id === 'number' && search.id > 0 ? { id: search.id } : {},
  component: lazyRouteComponent(() => import('./media/media-screen.tsx'), 'MediaScreen'),
});
const replies = createRoute({
  ...inFrame,
  path: '/replies',
  component: lazyRouteComponent(() => import('./replies/replies-screen.tsx'), 'RepliesScreen'),
});
const inReplies = { getParentRoute: () => replies } as const;
const queue = createRoute({
  ...inReplies,
  path: '/',
  validateSearch: parseReplyFilters,
  component: lazyRouteComponent(() => import('./replies/queue-view.tsx'), 'QueueView'),
});
const replyWords = createRoute({
  ...inReplies,
  path: '/words',
  component: lazyRouteComponent(() => import('./replies/phrases.tsx'), 'Phrases'),
});
const readers = createRoute({
  ...inReplies,
  path: '/readers',
  component: lazyRouteComponent(() => import('./replies/readers.tsx'), 'Readers'),
});
const numbers = createRoute({
  ...inReplies,
  path: '/numbers',
  component: lazyRouteComponent(() => import('./replies/numbers.tsx'), 'Numbers'),
});
const anyTerms = createRoute({
  ...inFrame,
  path: '/terms',
  beforeLoad: () => {
    throw redirect({ to: '/terms/$kind', params: { kind: 'sections' } });
  },
});
const terms = createRoute({
  ...inFrame,
  path: '/terms/$kind',
  component: lazyRouteComponent(() => import('./terms/terms-screen.tsx'), 'TermsScreen'),
});
const pages = createRoute({
  ...inFrame,
  path: '/pages',
  component: lazyRouteComponent(() => import('./pages/pages-screen.tsx'), 'PagesScreen'),
});
const users = createRoute({
  ...inFrame,
  path: '/users',
  component: lazyRouteComponent(() => import('./house/users-screen.tsx'), 'UsersScreen'),
});
const settingsScreen = () => import('./house/settings-screen.tsx');
const settings = createRoute({
  ...inFrame,
  path: '/settings',
  component: lazyRouteComponent(settingsScreen, 'SettingsScreen'),
});
const inSettings = { getParentRoute: () => settings } as const;
const paper = createRoute({
  ...inSettings,
  path: '/',
  component: lazyRouteComponent(settingsScreen, 'PaperSettings'),
});
const replySettings = createRoute({
  ...inSettings,
  path: '/replies',
  component: lazyRouteComponent(() => import('./replies/reply-settings.tsx'), 'ReplySettings'),
});
const redirects = createRoute({
  ...inSettings,
  path: '/redirects',
  component: lazyRouteComponent(() => import('./house/redirects.tsx'), 'Redirects'),
});
const programs = createRoute({
  ...inSettings,
  path: '/programs',
  component: lazyRouteComponent(() => import('./house/programs.tsx'), 'Programs'),
});
const styleScreen = createRoute({
  ...inFrame,
  path: '/style',
  component: lazyRouteComponent(() => import('./style/style-screen.tsx'), 'StyleScreen'),
});
const inStyle = { getParentRoute: () => styleScreen } as const;
const styleForms = createRoute({
  ...inStyle,
  path: '/',
  component: lazyRouteComponent(() => import('./style/forms.tsx'), 'StyleForms'),
});
const styleRules = createRoute({
  ...inStyle,
  path: '/rules',
  component: lazyRouteComponent(() => import('./style/rules.tsx'), 'StyleRules'),
});
const lexicon = createRoute({
  ...inStyle,
  path: '/lexicon',
  component: lazyRouteComponent(() => import('./style/lexicon.tsx'), 'Lexicon'),
});
const styleReport = createRoute({
  ...inStyle,
  path: '/report',
  component: lazyRouteComponent(() => import('./style/report.tsx'), 'Report'),
});
const audit = createRoute({
  ...inFrame,
  path: '/audit',
  component: lazyRouteComponent(() => import('./house/audit-screen.tsx'), 'AuditScreen'),
});
const me = createRoute({
  ...inFrame,
  path: '/me',
  component: lazyRouteComponent(() => import('./house/me-screen.tsx'), 'MeScreen'),
});

const tree = root.addChildren([
  signIn,
  setup,
  invitation,
  reset,
  frame.addChildren([
    today,
    stories,
    story,
    front,
    media,
    replies.addChildren([queue, replyWords, readers, numbers]),
    anyTerms,
    terms,
    pages,
    users,
    settings.addChildren([paper, replySettings, redirects, programs]),
    styleScreen.addChildren([styleForms, styleRules, lexicon, styleReport]),
    audit,
    me,
  ]),
]);

/** The desk's addresses, below /desk. */
export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenScreen,
  defaultNotFoundComponent: NoSuchScreen,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
