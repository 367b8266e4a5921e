export { startPage } from './start-page.ts';
export type { Page, PageOptions, Person, Visitors } from './start-page.ts';
export type { DemoControls, DemoStatus, DemoStory, WrittenStory } from './demo-controls.ts';
