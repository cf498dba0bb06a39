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

const tree = root.addChildren([
  signIn,
  setup,
  invitation,
  reset,
  frame.addChildren([today, stories, story]),
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
