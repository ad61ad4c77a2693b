import { createRootRoute, createRoute, createRouter, retainSearchParams } from '@tanstack/react-router';
import { ChooseMember } from './pages/member/choose.tsx';
import { MissingPage } from './pages/missing.tsx';
import { MyScore } from './pages/score/my-score.tsx';
import { Frame } from './ui/frame.tsx';

type Search = { lang?: 'en' | undefined };

const rootRoute = createRootRoute({
  validateSearch: ({ lang }: Record<string, unknown>): Search => (lang === 'en' ? { lang } : {}),
  search: { middlewares: [retainSearchParams<Search>(['lang'])] },
  component: Frame,
  notFoundComponent: MissingPage,
});
const choose = createRoute({ getParentRoute: () => rootRoute, path: '/my', component: ChooseMember });
const score = createRoute({ getParentRoute: () => rootRoute, path: '/my/$member', component: MyScore });

export const router = createRouter({
  routeTree: rootRoute.addChildren([choose, score]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
