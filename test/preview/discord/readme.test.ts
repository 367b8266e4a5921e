import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gatewayEvents } from '../../../src/preview/discord/gateway/events.ts';
import { routes } from '../../../src/preview/discord/rest/routes.ts';

const readme = readFileSync(
  new URL('../../../src/preview/discord/README.md', import.meta.url),
  'utf8',
);

test('the numbers of routes and events in the README are right', () => {
  const [, answers, events] = /(\d+) REST routes and dispatches (\d+) gateway/.exec(readme) ?? [];
  expect([answers, events].map(Number)).toEqual([routes.length, Object.keys(gatewayEvents).length]);
});

test('no route is listed twice, and none is hidden by an earlier one', () => {
  const shape = (template: string) => template.replaceAll(/:\w+/g, ':');
  const names = routes.map((route) => `${route.method} ${shape(route.template)}`);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const hidden = routes.filter((route, at) => {
    const path = route.template.replaceAll(/:\w+/g, 'x').split('/');
    return routes.slice(0, at).some((earlier) => {
      const wanted = earlier.template.split('/');
      return (
        earlier.method === route.method &&
        wanted.length === path.length &&
        wanted.every((part, index) => part.startsWith(':') || part === path[index])
      );
    });
  });
  expect(hidden.map((route) => route.template)).toEqual([]);
});
