import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { BrokenPage } from './pages/broken.tsx';
import { Home } from './pages/home/home.tsx';
import { MissingPage } from './pages/missing.tsx';
import type { RoomPage } from './room.ts';
import { aboveRoom } from './rooms/above.ts';
import { adminRoom } from './rooms/admin.ts';
import { deskRoom } from './rooms/desk.ts';
import { meetingRoom } from './rooms/meeting.ts';
import { myRoom } from './rooms/my.ts';
import { Frame } from './ui/frame.tsx';
import { Root } from './ui/root.tsx';

type Search = { lang?: 'en' | undefined };

const rootRoute = createRootRoute({
  validateSearch: ({ lang, ...rest }: Record<string, unknown>): Search => ({
    ...rest,
    ...(lang === 'en' && { lang }),
  }),
  search: { middlewares: [retainSearchParams<Search>(['lang'])] },
  component: Root,
  notFoundComponent: MissingPage,
});
const own = createRoute({ getParentRoute: () => rootRoute, id: 'own', component: Frame });
const home = createRoute({ getParentRoute: () => own, path: '/my', component: Home });
const office = createRoute({
  getParentRoute: () => rootRoute,
  id: 'office',
  component: lazyRouteComponent(() => import('./pages/desk/desk-frame.tsx'), 'DeskFrame'),
});

/** The routes of a room below a frame; each page is loaded when it is opened, and nothing else. */
function routes(parent: AnyRoute, pages: readonly RoomPage[]): AnyRoute[] {
  return pages.map(({ path, load }) =>
    createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(load, 'Page') }),
  );
}

const tree = rootRoute.addChildren([
  own.addChildren([home, ...routes(own, myRoom)]),
  office.addChildren(routes(office, [...deskRoom, ...meetingRoom.framed, ...aboveRoom, ...adminRoom])),
  ...routes(rootRoute, meetingRoom.bare),
]);

/** The pages of the application 页面, by their addresses. */
export const router = createRouter({ routeTree: tree, scrollRestoration: true, defaultErrorComponent: BrokenPage });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
