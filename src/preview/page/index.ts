export { startPage } from './start-page.ts';
export type { Page, PageOptions, Person } from './start-page.ts';
export type { DemoControls, DemoStatus, DemoStory } from './demo-controls.ts';
